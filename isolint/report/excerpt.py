"""The source line of a finding, with a marker under what is meant."""

from typing import Final

from isolint.report.terminal import cells

_CUT: Final = "..."


def excerpt(line: str, column: int, end_column: int | None, room: int, encoding: str) -> tuple[str, str]:
    """What to show of the line, and the marker under it, in at most `room` terminal columns each.

    Columns are 1-based code points; without `end_column` the range goes on after this line. The marker is aligned for
    tabs, wide and combining characters. A line too long is cut around the range.
    """
    text = line.rstrip()
    taken = list(cells(text, encoding))
    start = min(column - 1, len(taken))
    end = len(taken) if end_column is None else min(max(end_column - 1, start), len(taken))
    left, right = _window([width for _, width in taken], start, end, room)
    head = _CUT if left else ""
    tail = _CUT if right < len(taken) else ""
    source = head + "".join(piece for piece, _ in taken[left:right]) + tail
    before = len(head) + sum(width for _, width in taken[left:start])
    marked = max(sum(width for _, width in taken[start : min(end, right)]), 1)
    return source, " " * before + "^" + "~" * (marked - 1)


def _window(widths: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The first character that fits and the one after the last: from the line's start, else around `start`."""
    if sum(widths) <= room:
        return 0, len(widths)
    left, budget = 0, room - len(_CUT)
    if sum(widths[:end]) > budget:
        left = _back(widths, start, room // 4)
        budget -= len(_CUT) if left else 0
    right = left
    while right < len(widths) and widths[right] <= budget:
        budget -= widths[right]
        right += 1
    return left, right


def _back(widths: list[int], start: int, room: int) -> int:
    """How far left of `start` the window may reach."""
    left = start
    while left and widths[left - 1] <= room:
        left -= 1
        room -= widths[left]
    return left
