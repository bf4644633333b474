"""Untouched: a proof, by the text alone, that nothing changed but what a fix is about."""

from collections.abc import Iterator, Sequence

from isolint.fixes.lines import lines_of
from isolint.fixes.tree import Unfixable


def keeps_the_rest(before: str, after: str, touched: Sequence[tuple[int, int]]) -> None:
    """Raises Unfixable unless all lines outside the touched ranges are there, as they were and in their order."""
    old, new = lines_of(before), lines_of(after)
    runs = list(_runs(len(old), touched))
    at = 0
    for number, (first, last) in enumerate(runs):
        run = old[first:last]
        if not run:
            continue
        final = number == len(runs) - 1
        at = len(new) - len(run) if final and len(new) - len(run) >= at else at
        while new[at : at + len(run)] != run:
            at += 1
            if at + len(run) > len(new):
                raise Unfixable(f"line {first + 1} would change though it has nothing to do with the fix")
        if number == 0 and first == 0 and at:
            raise Unfixable("line 1 would change though it has nothing to do with the fix")
        at += len(run)


def _runs(lines: int, touched: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges of lines, 0-based and half open, that nothing touches."""
    at = 0
    for first, last in sorted(touched):
        if first - 1 > at:
            yield at, first - 1
        at = max(at, last)
    yield at, lines
