"""Fixes in odd surroundings do no harm, and what watches over that would notice harm."""

import codecs
import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from isolint.change import Enclose, Import
from isolint.fixes.making import make


def script(name: str) -> ModuleType:
    folder = Path(__file__).parent.parent / "scripts"
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    return importlib.import_module(name)


odd_files, odd_proof, odd_bytes = script("odd_files"), script("odd_proof"), script("odd_bytes")


@pytest.mark.parametrize("seed", [7, 11])
def test_odd_files_are_fixed_without_harm(tmp_path: Path, seed: int) -> None:
    odd_files.project(tmp_path, seed, 30)
    tally = odd_files.Tally()
    odd_files.fixed(tmp_path, tally)
    assert tally.faults == []
    assert tally.files == 30
    assert tally.repaired.total() > 30


def test_a_seed_makes_the_same_files_again(tmp_path: Path) -> None:
    for name in ("one", "two"):
        odd_files.project(tmp_path / name, 3, 12)
    one, two = (
        {f.relative_to(tmp_path / n): f.read_bytes() for f in (tmp_path / n).rglob("*.py")} for n in ("one", "two")
    )
    assert one == two
    assert all(odd_bytes.compiles(data) for data in one.values())


BEFORE = b"import os\n\n\ndef test_it():  # first\n    os.environ['A'] = 'b'\n    assert 'kept'  # second\n"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        pytest.param(BEFORE, BEFORE.replace(b"  # second", b""), "the comment '# second' is gone", id="a comment"),
        pytest.param(BEFORE, BEFORE.replace(b"'kept'", b"'kepd'"), "the string \"'kept'\" is gone", id="a string"),
        pytest.param(
            BEFORE,
            BEFORE.replace(b"# first", b"#").replace(b"# second", b"# second # first"),
            "the comment",
            id="order",
        ),
        pytest.param(BEFORE, BEFORE.replace(b"os\n", b"os\r\n"), "lines end with", id="a line end"),
        pytest.param(
            BEFORE.replace(b"os\n", b"os\r\n"),
            BEFORE,
            "another line end behind b'import os'",
            id="one of mixed line ends",
        ),
        pytest.param(codecs.BOM_UTF8 + BEFORE, BEFORE, "the byte order mark", id="a byte order mark"),
        pytest.param(b"# coding: latin-1\nx = 1\n", b"# coding: utf-8\nx = 1\n", "the encoding was", id="the encoding"),
        pytest.param(BEFORE.strip(), BEFORE, "a line end came", id="an end without a line end"),
        pytest.param(b"x = 1  \ny = 2\n", b"x = 1\ny = 2\n", "other blanks", id="blanks at the end of a line"),
        pytest.param(BEFORE, b"def f(:\n", "it does not compile", id="what is no Python"),
    ],
)
def test_harm_is_noticed(before: bytes, after: bytes, fault: str) -> None:
    found = odd_proof.faults(before, after, {"ISO607"})
    assert [each for each in found if each.startswith(fault)], found


def test_what_a_rule_may_take_away_is_no_harm() -> None:
    idle = b"x = 1  # isolint: ignore[ISO101] nothing\n"
    assert odd_proof.faults(idle, b"x = 1\n", {"ISO002"}) == []
    assert odd_proof.faults(idle, b"x = 1\n", {"ISO110"}) != []


def test_what_a_rule_may_move_is_no_harm() -> None:
    default = b"def f(a=['x'], b='y'):\n    a.append(b)\n"
    moved = b"def f(a=None, b='y'):\n    if a is None:\n        a = ['x']\n    a.append(b)\n"
    assert odd_proof.faults(default, moved, {"ISO110"}) == []
    assert odd_proof.faults(default, moved, {"ISO402"}) == ["the string \"'y'\" stands elsewhere"]


def test_a_fault_of_isolint_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object) -> None:
        raise ZeroDivisionError("odd")

    odd_files.project(tmp_path, 7, 6)
    monkeypatch.setattr("isolint.fixes.making.edited", fails)
    tally = odd_files.Tally()
    odd_files.fixed(tmp_path, tally)
    assert tally.repaired.total() == 0
    assert any("isolint failed at it: ZeroDivisionError: odd" in fault for fault in tally.faults)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("x = 1\r\ry = sys\r  \r", "import sys\r\rx = 1\r\ry = sys\r  \r", id="carriage returns alone"),
        pytest.param("y = sys\n\n\n  \n", "import sys\n\ny = sys\n\n\n  \n", id="lines of blanks at the end"),
        pytest.param("y = sys\n\n\t", "import sys\n\ny = sys\n\n\t", id="blanks as the last line"),
        pytest.param(
            "from os import *\nx = path\ny = sys\n",
            "import sys\nfrom os import *\nx = path\ny = sys\n",
            id="a star import",
        ),
    ],
)
def test_an_import_goes_into_files_that_end_or_begin_oddly(before: str, after: str) -> None:
    made = make("a.py", before.encode(), {"": [Import("sys")]})
    assert made.refused == {}
    assert made.data.decode() == after


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"x = 1\ry = sys\r\n", "some of its lines end with a carriage return alone"),
        (b"if 1:\n\x0c  x = 1\ny = sys\n", "its blocks are indented by something else than blanks"),
        (b"x = 1\n\x0cy = sys\n", "libcst does not give the file back as it is"),
    ],
)
def test_what_is_too_odd_is_left_alone(text: bytes, reason: str) -> None:
    made = make("a.py", text, {"": [Import("sys")]})
    assert made.refused == {"": reason}
    assert made.data == text


def test_a_string_of_several_lines_keeps_its_blanks_in_a_new_block() -> None:
    text = 'def f():\n    t = v.set(1)\n    print(f"""{\n  t = }""")\n    v.reset(t)\n'
    made = make("a.py", text.encode(), {"": [Enclose((2, 5, 2, 17), last=((5, 5, 5, 15),))]})
    assert made.refused == {}
    assert 'print(f"""{\n  t = }""")\n' in made.data.decode()
