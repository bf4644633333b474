"""What is offered for test suites, and what is not: where a fix would change what a test says."""

from pathlib import Path

import pytest

from isolint.change import Enlist, Raze, Restore
from isolint.config import load
from isolint.engine import Request, check
from isolint.finding import Finding
from isolint.fixes import Unfixable, edited
from isolint.fixes.making import make

CASES = Path(__file__).parent / "cases"
NEVER = [
    "ISO503/nobody-knows-what-it-was",
    "ISO504/for-the-whole-run",
    "ISO504/helper-of-the-suite",
    "ISO504/nobody-can-give-the-fixture",
    "ISO504/taken-away-and-not-put-back",
    "ISO506/no-hook-to-set-it-in",
    "ISO507/coroutines-that-have-to-stay",
    "ISO605/goes-on-skipping",
    "ISO606/marker-that-the-runner-refuses",
    "ISO607/without-the-plugin",
]


def findings(root: Path) -> tuple[Finding, ...]:
    return check(load([], cwd=root, root=root), Request(cache=False, jobs=1)).report.findings


def made(tmp_path: Path, text: str) -> str:
    """A file of tests once all that is offered for it is done."""
    file = tmp_path / "test_shop.py"
    file.write_bytes(text.encode())
    fixes = {n: [c for _, c in f.fix.changes] for n, f in enumerate(findings(tmp_path)) if f.fix}
    done = make("test_shop.py", text.encode(), {str(n): changes for n, changes in fixes.items()})
    assert not done.refused
    return done.data.decode()


@pytest.mark.parametrize("story", NEVER)
def test_nothing_is_offered(story: str) -> None:
    found = findings(CASES / story)
    assert found
    assert [each.message for each in found if each.fix] == []


def test_an_offer_says_what_it_does() -> None:
    (first, *_) = findings(CASES / "ISO504/left-to-monkeypatch")
    assert first.fix
    assert (first.fix.applicability, first.fix.message) == ("safe", "let `monkeypatch` do it, which sets it back")


def test_line_ends_and_tabs_stay(tmp_path: Path) -> None:
    text = 'import os\r\n\r\n\r\ndef test_shop():\r\n\tos.environ["A"] = "1"\r\n\tassert os.environ["A"]\r\n'
    assert made(tmp_path, text) == text.replace('os.environ["A"] = "1"', 'monkeypatch.setenv("A", "1")').replace(
        "test_shop()", "test_shop(monkeypatch)"
    )


def test_a_fixture_that_only_sets_up_has_no_clean_up(tmp_path: Path) -> None:
    text = (
        "import os\n\nimport pytest\n\n\n@pytest.fixture\ndef shop():\n"
        '    os.environ["A"] = "1"\n    os.environ["A"] = "2"\n    os.environ.pop("B", None)\n'
        "\n\ndef test_shop(shop):\n    assert shop is None\n"
    )
    assert made(tmp_path, text).count("monkeypatch.") == 3


def test_a_value_that_may_be_no_string_is_left(tmp_path: Path) -> None:
    text = 'import os\n\n\ndef test_shop(number):\n    os.environ["A"] = {}\n    assert os.environ["A"]\n'
    for value in ("number", "number.text()", "number or 1"):
        assert made(tmp_path, text.format(value)) == text.format(value)


@pytest.mark.parametrize(
    "code",
    [
        'a = os.environ["A"] = "1"\n',
        'os.environ["A"] += "1"\n',
        'del os.environ["A"], os.environ["B"]\n',
        'os.environ["A":"B"] = "1"\n',
        'os.environ["A"] = b"1"\n',
        'os.environ.setdefault("A", "1")\n',
        "os.environ.update({**other})\n",
        'os.environ.update({\n    "A": "1",  # why\n})\n',
        'x = lambda: os.environ.pop("A")\n',
    ],
)
def test_other_statements_are_refused(code: str) -> None:
    column = code.index("os.")
    end = len(code.splitlines()[0])
    for stop in range(column, end + 2):
        with pytest.raises(Unfixable):
            edited(code, [Restore((1, column + 1, 1, stop), "monkeypatch")])


def test_razing_takes_the_if_that_holds_nothing_else() -> None:
    code = "def f(a, b):\n    b()\n    if a:\n        x()\n    elif b:\n        y()\n    else:\n        z()\n"
    assert edited(code, [Raze((4, 9, 4, 12), 3)]) == "def f(a, b):\n    b()\n"
    assert edited(code, [Raze((2, 5, 2, 8), 1)]) == code.replace("    b()\n", "")
    for count in (2, 4):
        with pytest.raises(Unfixable):
            edited(code, [Raze((4, 9, 4, 12), count)])


def test_enlisting_needs_a_list_or_a_value() -> None:
    assert edited("x = []\n", [Enlist("x", "a")]) == "x = [a]\n"
    assert edited("x = b\n", [Enlist("x", "a")]) == "x = [b, a]\n"
    assert edited("import b\nc = 1\n", [Enlist("x", "a")]) == "import b\n\nx = a\n\nc = 1\n"
    for code in ("x = (b,)\n", "x = b + [c]\n", "x = b\nx = c\n"):
        with pytest.raises(Unfixable):
            edited(code, [Enlist("x", "a")])
