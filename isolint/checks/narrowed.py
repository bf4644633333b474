"""Narrowed: what is found where something else is known too, the cheaper of the two asked first."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from isolint.checks.match import Match
from isolint.program import Program

_Where = TypeVar("_Where")


def narrowed(
    program: Program, places: Iterable[_Where], known: Callable[[_Where], bool],
    find: Callable[[_Where], Iterator[Match]],
) -> Iterator[Match]:  # fmt: skip
    """The matches that `find` has for the places of which `known` holds, by what all files tell."""
    for place in places:
        if program.few:
            yield from (match for match in find(place) if known(place))
        elif known(place):
            yield from find(place)
