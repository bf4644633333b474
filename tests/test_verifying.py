"""A command decides which files stay fixed: those to blame are found, and what fails anyway blames nobody."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from isolint.campaign.verifying import MOST, Command, Group, Verdict, verify

SCRIPT = """
import pathlib, sys
texts = {name: pathlib.Path(name).read_text() for name in sys.argv[1:]}
bad = [name for name, text in texts.items() if text in ("bad", "broken")]
both = [name for name, text in texts.items() if text == "half"]
sys.exit(bool(bad) or len(both) > 1)
"""


def decided(root: Path, groups: Sequence[Group], after: dict[str, str], before: str = "old") -> Verdict:
    """What stays of files whose text is `before` and would be `after`; nothing else is left behind."""
    (root / "judge.py").write_text(SCRIPT)

    def put(some: Sequence[Group], there: bool) -> None:  # noqa: FBT001  # as `verify` calls it
        for path in (path for group in some for path in group):
            (root / path).write_text(after[path] if there else before)

    put(groups, True)  # noqa: FBT003
    verdict = verify(Command(f"{sys.executable} judge.py {{files}}", root, list), groups, put)
    kept = {path for group in verdict.kept for path in group}
    assert {path: (root / path).read_text() for path in after} == {
        path: text if path in kept else before for path, text in after.items()
    }
    return verdict


def test_what_passes_stays(tmp_path: Path) -> None:
    assert decided(tmp_path, [("a",), ("b",)], {"a": "good", "b": "good"}).kept == (("a",), ("b",))


@pytest.mark.parametrize("bad", ["a", "d", "g"])
def test_the_one_to_blame_is_found(tmp_path: Path, bad: str) -> None:
    names = "abcdefg"
    verdict = decided(tmp_path, [(name,) for name in names], {n: "bad" if n == bad else "good" for n in names})
    assert [group[0] for group in verdict.kept] == [name for name in names if name != bad]
    assert {group: tried.why for group, tried in verdict.blamed.items()} == {(bad,): "fails with the fixes"}


def test_files_of_one_fix_go_together(tmp_path: Path) -> None:
    verdict = decided(tmp_path, [("a", "b"), ("c",)], {"a": "good", "b": "bad", "c": "good"})
    assert (verdict.kept, list(verdict.blamed)) == ((("c",),), [("a", "b")])


def test_of_two_that_fail_together_one_stays(tmp_path: Path) -> None:
    verdict = decided(tmp_path, [("a",), ("b",), ("c",)], {"a": "half", "b": "half", "c": "good"})
    assert (verdict.kept, list(verdict.blamed)) == ((("a",), ("c",)), [("b",)])


def test_what_fails_anyway_blames_nobody(tmp_path: Path) -> None:
    verdict = decided(tmp_path, [("a",)], {"a": "good and yet bad"[-3:]}, before="broken")
    assert [tried.why for tried in verdict.blamed.values()] == ["fails without the fixes, too"]


def test_a_command_that_never_passes_is_given_up(tmp_path: Path) -> None:
    names = [f"m{number}" for number in range(MOST)]
    verdict = decided(tmp_path, [(name,) for name in names], dict.fromkeys(names, "bad"))
    assert (verdict.kept, len(verdict.blamed)) == ((), MOST)
    assert f"was run {MOST} times, and nobody knows" in {tried.why for tried in verdict.blamed.values()}
