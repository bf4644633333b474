"""Placed in: the tests that live in areas of a kind, by their folder or by their markers."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from isolint.program import Program


def tests_in(program: Program, areas: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """The tests that are reported on, of files or with markers that stand for one of these kinds of area."""
    for file in program.asked:
        if program.roles[file] != "test":
            continue
        by_path = lies_in(program, file, areas)
        for scope in program.suites.tests(file):
            if by_path or areas & program.areas.marked(program.suites.markers(file, scope)):
                yield file, scope


def lies_in(program: Program, file: int, areas: AbstractSet[str]) -> bool:
    """Whether a file lies in a folder of one of these kinds of area."""
    return not areas.isdisjoint(program.areas.of(program.units[file].path))
