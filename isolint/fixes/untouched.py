"""Untouched: a proof, by the text alone, that nothing changed but what a fix is about."""

from collections.abc import Iterator, Sequence

from isolint.fixes.lines import lines_of
from isolint.fixes.tree import Unfixable

Ranges = Sequence[tuple[int, int]]


def keeps_the_rest(before: str, after: str, touched: Ranges, shifted: Ranges = ()) -> None:
    """Raises Unfixable unless all lines outside the touched ranges are there, as they were and in their order.

    Of those that are shifted, into another block, the blanks around them may differ.
    """
    old, new = lines_of(before), lines_of(after)
    _found(old, new, list(_runs(len(old), [*touched, *shifted])), anchored=True)
    for first, last in shifted:
        outside = [(1, first - 1), (last + 1, len(old))]
        runs = list(_runs(len(old), [*touched, *outside]))
        told = [[line.strip() for line in old[start:end] if line.strip()] for start, end in runs]
        lines = [line for run in told for line in run]
        ends = [sum(map(len, told[: number + 1])) for number in range(len(told))]
        moved = [(end - len(run), end) for run, end in zip(told, ends, strict=True)]
        if lines:
            _found(lines, [line.strip() for line in new if line.strip()], moved, anchored=False, offset=first - 1)


def _found(old: Sequence[str], new: Sequence[str], runs: Ranges, *, anchored: bool, offset: int = 0) -> None:
    """Raises Unfixable unless the runs of old lines are among the new ones; `anchored` if both begin and end alike."""
    at = 0
    for number, (first, last) in enumerate(runs):
        run = old[first:last]
        if not run:
            continue
        final = anchored and number == len(runs) - 1
        at = len(new) - len(run) if final and len(new) - len(run) >= at else at
        while new[at : at + len(run)] != run:
            at += 1
            if at + len(run) > len(new):
                raise Unfixable(f"line {offset + first + 1} would change though it has nothing to do with the fix")
        if anchored and number == 0 and first == 0 and at:
            raise Unfixable("line 1 would change though it has nothing to do with the fix")
        at += len(run)


def _runs(lines: int, touched: Ranges) -> Iterator[tuple[int, int]]:
    """The ranges of lines, 0-based and half open, that nothing touches."""
    at = 0
    for first, last in sorted(touched):
        if first - 1 > at:
            yield at, first - 1
        at = max(at, last)
    yield at, lines
