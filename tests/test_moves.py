"""Where lines only move and comments change, an earlier answer is told with its lines moved, and nothing is asked."""

import random
from pathlib import Path
from typing import Any

import pytest

from cli_runs import project
from isolint.change import Enclose, Import
from isolint.config import load
from isolint.engine import Request, check
from isolint.engine.moves import lines_moved
from isolint.engine.moving import NOWHERE, moved, span_moved
from isolint.finding import Finding, Fix, Step
from isolint.lower import lower

CODE = '''"""Words."""
import os

LIMIT = 3
CACHE = {}


class Shop:
    """A shop."""

    owner = None

    def sell(self, name, n=1):
        if n > 1:  # many
            CACHE[name] = [
                n,
                os.environ["A"],
            ]
        return f"sold {name}"
'''


def facts(text: str) -> tuple[Any, Any]:
    made = lower(text.encode())
    return tuple(made.interface), made.bodies


def moves(text: str) -> dict[int, int] | None:
    return lines_moved(facts(CODE), facts(text))


@pytest.mark.parametrize(
    ("old", "new", "line", "gone"),
    [
        ('"""Words."""\n', '"""Words."""\n# and more\n\n', 5, 7),
        ('"""Words."""\n', "", 5, 4),
        ('"""Words."""\n', '"""Other words\n\nthan these."""\n', 5, 7),
        ('    """A shop."""\n', '    """A shop."""\n    # isolint: ignore[ISO101] one for all\n', 11, 12),
        ("  # many", "  # a lot", 15, 15),
        ("                n,\n", "                # how many\n                n,\n", 17, 18),
    ],
)
def test_what_is_said_elsewhere_only(old: str, new: str, line: int, gone: int) -> None:
    found = moves(CODE.replace(old, new))
    assert found is not None
    assert found[line] == gone


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("LIMIT = 3", "LIMIT = 4"),
        ("LIMIT = 3", "LIMIT = 3.0"),
        ("n=1", "n=True"),
        ("LIMIT = 3\nCACHE = {}", "CACHE = {}\nLIMIT = 3"),
        ("LIMIT = 3\nCACHE = {}", "LIMIT = 3; CACHE = {}"),
        ("    owner = None", "    owner  = None\n    other = owner"),
        ("CACHE[name]", "CACHE[ name]"),
        ("def sell", "async def sell"),
        ("def sell", "@staticmethod\n    def sell"),
        ('return f"sold {name}"', 'return f"sold {n}"'),
        ("class Shop", "class Stall"),
        ('os.environ["A"]', 'os.environ["B"]'),
        ("import os", "import os, sys"),
        ("class", "clas"),
    ],
)
def test_what_says_something_else(old: str, new: str) -> None:
    assert moves(CODE.replace(old, new)) is None


def test_all_of_a_finding_moves() -> None:
    words = dict.fromkeys(("code", "name", "severity", "confidence", "message", "symbol", "place", "fingerprint"), "")
    change = Enclose((2, 1, 3, 4), "x = 2", "", ((5, 1, 5, 2),))
    finding = Finding(
        **words, path="a.py", line=2, column=1, end_line=3, end_column=4, declared=("b.py", 2),  # type: ignore[arg-type]
        trace=(Step("a.py", 5, 1, "here"), Step("c.py", 5, 1, "there")), related=(Step("b.py", 1, 1, "the file"),),
        fix=Fix("safe", "mend", (("a.py", change), ("c.py", change), ("a.py", Import("os")))),
    )  # fmt: skip
    lines = {"a.py": {2: 3, 3: 6, 5: 8}, "b.py": {2: 20}}
    there = moved(finding, lines)
    assert (there.line, there.column, there.end_line, there.end_column, there.declared) == (3, 1, 6, 4, ("b.py", 20))
    assert [(step.path, step.line) for step in there.trace] == [("a.py", 8), ("c.py", 5)]
    assert there.related == finding.related
    assert there.fix is not None
    assert there.fix.changes == (
        ("a.py", Enclose((3, 1, 6, 4), "x = 2", "", ((8, 1, 8, 2),))), ("c.py", change), ("a.py", Import("os")),
    )  # fmt: skip
    assert moved(finding, {"other.py": {2: 3}}) is finding
    unknown: list[dict[str, dict[int, int]]] = [{"a.py": {2: 3, 3: 6}}, {"b.py": {}}, {"b.py": {1: 2, 2: 3}}]
    for each in unknown:
        with pytest.raises(KeyError):
            moved(finding, each)
    assert span_moved(NOWHERE, {}) == NOWHERE


STATE = (
    "CACHE = {}\nLAST = []\n\n\n"
    "def remember(user_id, name):\n    CACHE['last'] = (user_id, name)\n    LAST.append(name)\n"
)
ROUTES = (
    "from fastapi import FastAPI\nfrom shop.state import remember\n\napp = FastAPI()\n\n\n"
    '@app.get("/")\ndef get(user_id: str, name: str) -> str:\n    remember(user_id, name)\n    return name\n'
)
SUITE = (
    "import os\n\nHEARD = []\nLIMIT = 3\n\n\ndef test_one():\n    HEARD.append(1)\n    os.environ['A'] = 'b'\n"
    "    assert HEARD == [1]\n\n\ndef test_two():\n    assert not HEARD\n"
)
FILES = {"isolint.toml": "strict = true\n", "shop/state.py": STATE, "shop/api.py": ROUTES, "tests/test_shop.py": SUITE}


@pytest.mark.parametrize("seed", [1, 2])
def test_over_edits_of_lines_runs_say_what_fresh_ones_do(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path / "shop", FILES, monkeypatch)
    chance = random.Random(seed)  # noqa: S311  # the same edits each time
    told: list[str] = []
    config = load([], cwd=Path.cwd())
    for _ in range(60):
        edit(chance, Path(chance.choice(list(FILES)[1:])))
        given = chance.choice(((), (), ("tests",)))
        warm = check(config, Request(given=given, jobs=1, progress=told.append))
        fresh = check(config, Request(given=given, jobs=1, cache=False))
        assert warm.report == fresh.report
        assert warm.every == fresh.every
    assert 30 < sum(stage.startswith("taking over") for stage in told) < 60


def edit(chance: random.Random, path: Path) -> None:
    """Put in, take away or change one line, most often one that says nothing."""
    lines = path.read_text(encoding="utf-8").split("\n")
    at = chance.randrange(len(lines))
    indentation = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    match chance.randrange(12):
        case 0:
            lines[at] = lines[at].replace("'last'", "'first'").replace("1", "2").replace("'b'", "'c'")
        case 1 | 2:
            lines[at] = lines[at] and f"{lines[at]}  # isolint: ignore[ISO103,ISO503,ISO504] as agreed"
        case 3 | 4 | 5:
            lines = [line.partition("  #")[0] for line in lines if not line.lstrip().startswith("#")]
        case 6 | 7:
            lines.insert(at, "")
        case _:
            lines.insert(at, f"{indentation}# {chance.random()}")
    path.write_text("\n".join(lines), encoding="utf-8")


SHARED = "CACHE = []\n"
FILLING = (
    "import pytest\nfrom tests.state import CACHE\n\n\n"
    "@pytest.fixture\ndef filled():\n    CACHE.append(1)\n    return 1\n"
)
EMPTYING = (
    "import pytest\nfrom tests.state import CACHE\n\n\n@pytest.fixture\ndef emptied():\n    CACHE.clear()\n\n\n"
    "def test_one({}):\n    assert len(CACHE) < 2\n\n\ndef test_two():\n    assert not CACHE\n"
)


@pytest.mark.parametrize(("fixtures", "count"), [("filled, emptied", 0), ("filled", 1)])
def test_lines_of_one_file_are_not_measured_by_those_of_another(
    fixtures: str, count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"isolint.toml": "", "tests/__init__.py": "", "tests/state.py": SHARED, "tests/conftest.py": FILLING}
    project(tmp_path / "shop", {**files, "tests/test_a.py": EMPTYING.format(fixtures)}, monkeypatch)
    config = load([], cwd=Path.cwd())
    for text in (FILLING, "\n" * 30 + FILLING):
        Path("tests/conftest.py").write_text(text, encoding="utf-8")
        reports = [check(config, Request(jobs=1, cache=cache)).report for cache in (True, False)]
        assert reports[0] == reports[1]
        assert [finding.code for finding in reports[0].findings].count("ISO503") == count


def test_a_text_that_is_no_fact_is_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fingerprint of a finding is made from the text of its place."""
    project(tmp_path / "shop", FILES, monkeypatch)
    config = load([], cwd=Path.cwd())
    first = check(config, Request(jobs=1))
    assert "shop/state.py" in {finding.path for finding in first.every}
    Path("shop/state.py").write_text(STATE.replace("'last'", '"last"'), encoding="utf-8")
    told: list[str] = []
    again = check(config, Request(jobs=1, progress=told.append))
    assert again.report == check(config, Request(jobs=1, cache=False)).report
    assert not any(stage.startswith("taking over") for stage in told)


def test_a_move_from_elsewhere_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known of some files may be of an earlier state than what is known of all."""
    project(tmp_path / "shop", FILES, monkeypatch)
    config = load([], cwd=Path.cwd())
    check(config, Request(jobs=1, given=("shop",)))
    check(config, Request(jobs=1, given=("tests",)))
    state = Path("shop/state.py")
    for _ in range(2):
        state.write_text("# one line more\n" + state.read_text(encoding="utf-8"), encoding="utf-8")
        check(config, Request(jobs=1, given=("tests",)))
    given = Request(jobs=1, given=("shop",))
    assert check(config, given).report == check(config, Request(jobs=1, given=("shop",), cache=False)).report
