"""Fixes are proved together, and parted only where that fails, down to the one to blame."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from isolint.campaign.batches import MOST, Batches
from isolint.campaign.proving import Prover, Verdict
from isolint.campaign.tasks import Task, tasks
from isolint.campaign.workshop import Workshop
from isolint.change import Comment
from isolint.finding import Fix
from report_sample import REPORT

FINDING = REPORT.findings[0]


class Judge(Prover):
    """Says of every trial what `faults` says, by the keys of its tasks, and counts how often it was asked."""

    def __init__(self, faults: Callable[[set[str]], Mapping[str, str]]) -> None:
        self.asked: list[set[str]] = []
        self._faults = faults

    def verdict(self, chosen: Sequence[Task], files: Mapping[str, bytes]) -> Verdict:  # noqa: ARG002  # as Prover's
        keys = {task.key for task in chosen}
        self.asked.append(keys)
        return Verdict(self._faults(keys), Counter())


def text(lines: int) -> bytes:
    return b"".join(b"x = %d  # idle\n" % number for number in range(lines))


def chosen(*files: tuple[str, int]) -> list[Task]:
    """A task for each line of the files, keyed `a.py 1`."""
    found = []
    for path, lines in files:
        for line in range(1, lines + 1):
            at = (line, len(f"x = {line - 1}  ") + 1, line, len(f"x = {line - 1}  # idle") + 1)
            fix = Fix("safe", "remove the comment", ((path, Comment(at, "")),))
            finding = replace(FINDING, path=path, line=line, fix=fix)
            found.append(Task(f"{path} {line}", finding, fix))
    return found


def batches(judge: Judge, files: Mapping[str, bytes]) -> Batches:
    return Batches(Workshop(files.__getitem__, 1, lambda _path, _made: None), judge, lambda _text: None)


def test_what_proves_together_is_asked_once() -> None:
    judge = Judge(lambda _keys: {})
    made = batches(judge, {"a.py": text(3), "b.py": text(2)})
    made.prove(chosen(("a.py", 3), ("b.py", 2)))
    assert (len(judge.asked), len(made.accepted), made.refused) == (1, 5, {})
    assert made.files["b.py"] == b"x = 0\nx = 1\n"


@pytest.mark.parametrize("blamed", ["a.py", ""], ids=["by-its-file", "by-nobody"])
def test_one_that_does_not_prove_is_found_among_many(blamed: str) -> None:
    judge = Judge(lambda keys: {blamed: "ISO202 would be new"} if "a.py 7" in keys else {})
    made = batches(judge, {"a.py": text(8), "b.py": text(8)})
    made.prove(chosen(("a.py", 8), ("b.py", 8)))
    assert made.refused == {"a.py 7": "ISO202 would be new"}
    assert len(made.accepted) == 15
    assert made.files["a.py"].count(b"# idle") == 1
    assert len(judge.asked) <= 12


def test_two_that_do_not_go_together_leave_the_first() -> None:
    judge = Judge(lambda keys: {"a.py": "ISO202 would be new"} if {"a.py 1", "a.py 2"} <= keys else {})
    made = batches(judge, {"a.py": text(2)})
    made.prove(chosen(("a.py", 2)))
    assert (sorted(made.refused), [task.key for task in made.accepted]) == (["a.py 2"], ["a.py 1"])


def test_a_fix_of_two_files_is_done_in_both_or_in_none() -> None:
    first, second = chosen(("a.py", 1), ("b.py", 1))
    missing = ("b.py", Comment((9, 1, 9, 7), ""))
    both = replace(first.fix, changes=(*first.fix.changes, missing))
    made = batches(Judge(lambda _keys: {}), {"a.py": text(1), "b.py": text(1)})
    made.prove([Task("both", first.finding, both), second])
    assert list(made.refused) == ["both"]
    assert dict(made.files) == {"b.py": b"x = 0\n"}


def test_a_proof_that_never_ends_is_given_up() -> None:
    judge = Judge(lambda _keys: {"a.py": "ISO202 would be new"})
    made = batches(judge, {"a.py": text(200)})
    made.prove(chosen(("a.py", 200)))
    assert len(judge.asked) == MOST
    assert set(made.refused.values()) == {"ISO202 would be new", f"not proved after {MOST} runs"}


def test_unsafe_fixes_are_asked_for() -> None:
    safe, unsafe = (
        replace(FINDING, fix=Fix(kind, "", (("a.py", Comment((1, 1, 1, 2), "")),))) for kind in ("safe", "unsafe")
    )
    assert [task.finding for task in tasks((safe, unsafe), unsafe=False)] == [safe]
    assert [task.finding for task in tasks((safe, unsafe), unsafe=True)] == [safe, unsafe]
