"""Edits: what makes one text of another, as ranges and what stands there instead."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from isolint.finding import Edit
from isolint.fixes.lines import lines_of


def edits(path: str, before: str, after: str) -> tuple[Edit, ...]:
    """The smallest ranges of whole tokens or blanks that differ, in the order of the file."""
    old, new = lines_of(before), lines_of(after)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        edit
        for kind, first, last, start, end in found if kind != "equal"
        for edit in _trimmed(path, first + 1, "".join(old[first:last]), "".join(new[start:end]))
    )  # fmt: skip


def _trimmed(path: str, line: int, old: str, new: str) -> Iterator[Edit]:
    """One edit, without what both texts begin and end with."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    if old[:head].endswith("\r"):
        head -= 1  # half a line end is no place
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if old[len(old) - tail :].startswith("\n") and old[: len(old) - tail].endswith("\r"):
        tail -= 1
    start, stop = _place(line, old[:head]), _place(line, old[: len(old) - tail])
    yield Edit(path, *start, *stop, new[head : len(new) - tail])


def _place(line: int, text: str) -> tuple[int, int]:
    """The line and column behind a text that begins at the first column of a line, 1-based."""
    lines = lines_of(text)
    if not lines or lines[-1].endswith(("\r", "\n")):
        return line + len(lines), 1
    return line + len(lines) - 1, len(lines[-1]) + 1
