"""Over any edits, a run that may take over what an earlier one found says what a fresh one does."""

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli_runs import BROKEN, CLEAN, LEAK, project
from isolint.config import load
from isolint.engine import Request, check

if TYPE_CHECKING:
    from isolint.finding import Report

HIDDEN = LEAK.replace("Session()", "Session()  # isolint: ignore[ISO202] the shop is closed")
OWN = "from pool import lease\n\nsession = lease()\n"
ROW = '[vocabulary]\ndatabase-session = ["pool.lease()"]\n'
SHARED = "CACHE = {}\n"
ROUTES = (
    "from fastapi import FastAPI\nfrom {module} import CACHE\n\napp = FastAPI()\n\n\n"
    '@app.get("/")\ndef get(user_id: str, name: str) -> str:\n    CACHE[user_id] = name\n    return name\n'
)
TEXTS = (LEAK, HIDDEN, CLEAN, BROKEN, OWN, SHARED, ROUTES.format(module="a"), ROUTES.format(module="pkg.b"), "x = 1\n")
CONFIGURATIONS = (
    "",
    ROW,
    "strict = true\n",
    'select = ["ISO2"]\n',
    'min-confidence = "low"\n',
    'ignore = ["ISO002"]\n',
)


EDITED = ("a.py", "pkg/b.py", "own.py")


@pytest.mark.parametrize("seed", [1, 2])
def test_runs_over_edits_say_what_fresh_ones_do(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few texts in few places, so that what an earlier run has seen comes back."""
    project(
        tmp_path / "shop", {"isolint.toml": "", "leak.py": LEAK, "sub/c.py": "x = 1\n", "pkg/b.py": ""}, monkeypatch
    )
    chance = random.Random(seed)  # noqa: S311  # the same edits each time
    told: list[str] = []
    warm: list[Report] = []
    fresh: list[Report] = []
    for _ in range(50):
        edit(chance)
        config = load([], cwd=Path.cwd())
        given = chance.choice(((), (), ("sub",)))
        warm.append(check(config, Request(given=given, jobs=1, progress=told.append)).report)
        fresh.append(check(config, Request(given=given, jobs=1, cache=False)).report)
    assert warm == fresh
    assert len({len(each.findings) for each in fresh}) > 2
    assert 5 < sum(stage.startswith("taking over") for stage in told) < 45


def edit(chance: random.Random) -> None:
    """Change one thing, or nothing."""
    match chance.randrange(6):
        case 0:
            Path(chance.choice(EDITED)).unlink(missing_ok=True)
        case 1:
            Path("isolint.toml").write_text(chance.choice(CONFIGURATIONS), encoding="utf-8")
        case 2:
            pass
        case _:
            Path(chance.choice(EDITED)).write_text(chance.choice(TEXTS), encoding="utf-8")
