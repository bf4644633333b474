"""Placed in: the tests that live in areas of a kind, by their folder or by their markers."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from isolint.program import Program


class Placed:
    """The kinds of area that files lie in, and those that the markers of their tests stand for, remembered."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._folders: dict[int, frozenset[str]] = {}
        self._marked: dict[int, tuple[frozenset[str], ...]] = {}

    def of(self, file: int) -> frozenset[str]:
        """The kinds of area that a file lies in."""
        found = self._folders.get(file)
        if found is None:
            found = self._folders[file] = self._program.areas.of(self._program.units[file].path)
        return found

    def tests(self, file: int, areas: AbstractSet[str]) -> list[int]:
        """The tests of a file in areas of these kinds."""
        tests = self._program.suites.tests(file)
        if not areas.isdisjoint(self.of(file)):
            return tests
        marked = self._marked.get(file)
        if marked is None:
            markers = [self._program.suites.markers(file, scope) for scope in tests]
            marked = self._marked[file] = tuple([self._program.areas.marked(each) for each in markers])
        return [scope for scope, kinds in zip(tests, marked, strict=True) if not areas.isdisjoint(kinds)]


def tests_in(program: Program, areas: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """The tests that are reported on, of files or with markers that stand for one of these kinds of area."""
    placed = program.once(Placed)
    for file in program.asked:
        if program.roles[file] == "test":
            yield from ((file, scope) for scope in placed.tests(file, areas))


def lies_in(program: Program, file: int, areas: AbstractSet[str]) -> bool:
    """Whether a file lies in a folder of one of these kinds of area."""
    return not areas.isdisjoint(program.once(Placed).of(file))
