"""A made-up state of a campaign: several runs, awkward names, every kind of figure."""

from collections.abc import Callable, Mapping
from pathlib import Path

from isolint.campaign.counted import COUNTED
from isolint.campaign.numbers import Numbers
from isolint.campaign.state import AreaState, FileState, Fixes, Point, RuleState, State
from isolint.config import Config, load
from isolint.finding import Severity

HOSTILE = "app/<script>alert('x')</script>|`&.py"
URL = "https://example.org/rules/"


def point(day: int, what: str, findings: int, clean: int, *, apart: bool = False, repaired: int = 0) -> Point:
    totals = Numbers(findings=findings, files=1200, clean=clean, repaired=repaired)
    return Point(f"2026-03-{day:02}T12:00:00+00:00", "fix" if what == "fix" else "report", "0.1.0", totals, apart)


def rule(code: str, name: str, severity: Severity, numbers: Numbers, repaired: int = 0) -> RuleState:
    return RuleState(code, name, severity, f"{URL}{code}", numbers, repaired)


def file(path: str, area: str, codes: Mapping[str, int], safe: int = 0) -> FileState:
    return FileState(path, area, Numbers(findings=sum(codes.values()), safe=safe, files=1), codes)


AREAS = (
    AreaState(
        "tests", "quality", Numbers(findings=31, safe=12, unsafe=4, files=700, clean=684, repaired=20, left=3), 44
    ),
    AreaState("<b>backend</b>", "platform & data", Numbers(findings=9, safe=1, files=480, clean=475, left=1), 6),
    AreaState("scripts", "", Numbers(files=20, clean=20)),
    AreaState("mobile", "apps", Numbers()),
)
RULES = (
    rule(
        "ISO501",
        "missing-context-fixture",
        "error",
        Numbers(findings=30, safe=11, unsafe=4, files=1200, clean=1184, repaired=18, left=2),
        40,
    ),
    rule("ISO202", "global-session", "warning", Numbers(findings=10, safe=2, files=1200, clean=1195, left=2), 10),
)
FILES = (
    file("tests/unit/test_orders.py", "tests", {"ISO202": 1, "ISO501": 27}, safe=11),
    file(HOSTILE, "<b>backend</b>", {"ISO202": 9}, safe=1),
    file("tests/" + "a_very_long_folder_name/" * 5 + "test_payments.py", "tests", {"ISO501": 3}, safe=1),
)
REASONS = {"a comment stands between the arguments": 3, "the name `<ctx>` is not in scope": 1}
TREND = (
    point(2, "report", 96, 1120),
    point(5, "fix", 70, 1141, repaired=26),
    point(9, "report", 66, 1150),
    point(16, "report", 64, 1152, apart=True),
    point(23, "fix", 40, 1179, repaired=24),
)
STATE = State(
    project="shop <i>&co</i>",
    when="2026-03-23T12:00:00+00:00",
    version="0.1.0",
    asked="0123456789ab",
    given=(),
    totals=Numbers(findings=40, safe=13, unsafe=4, files=1200, clean=1179, repaired=24, left=4),
    areas=AREAS,
    rules=RULES,
    files=FILES,
    last=Fixes("2026-03-23T12:00:00+00:00", 1, 24, 4, REASONS, {"scripts": "`pytest -q scripts` ended with status 1"}),
    recorded=Fixes("2026-03-05T12:00:00+00:00", 2, 50, 6, {**REASONS, "the file changed meanwhile": 2}),
    trend=TREND,
    counted=COUNTED,
)
EMPTY = State(
    project="shop",
    when="2026-03-02T12:00:00+00:00",
    version="0.1.0",
    asked="0123456789ab",
    given=("app",),
    totals=Numbers(),
    areas=(),
    rules=(),
    files=(),
    last=Fixes(),
    recorded=Fixes(),
    trend=(point(2, "report", 0, 1200),),
    counted=COUNTED,
)

CONFIG = """\
[areas.web]
owner = "platform"
paths = ["app/web/", "*_view.py"]

[areas.app]
owner = "core"
paths = ["/app/*.py"]

[areas.system]
kind = "e2e"
paths = ["tests/system/"]
"""

Configure = Callable[[str], Config]


def configuring(folder: Path) -> Configure:
    """Gives the configuration of a folder for the text of its `isolint.toml`."""

    def configured(text: str) -> Config:
        (folder / "isolint.toml").write_text(text, encoding="utf-8")
        return load([], cwd=folder)

    return configured
