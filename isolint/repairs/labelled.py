"""Labelled: give the tests of a file, or those of them that lack it, the marker of their area."""

from dataclasses import dataclass
from typing import Any

from isolint.change import Change, Decorate, Enlist
from isolint.checks import Match
from isolint.facts import CLASS
from isolint.program import Program
from isolint.repairs.offer import Offer
from isolint.repairs.spelled import spelled
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Labelled:
    """`module` and `attribute` are what markers hang on, `names` the name by which a file marks all of its tests.

    `known` are arguments of the runner under which it takes registered markers alone.
    """

    module: str
    attribute: str
    names: str
    known: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """One line for the file where none of its tests has the marker, else decorators."""
        file, marker = match.file, match.place
        unit, options = program.units[file], program.options.of(program.units[file].path)
        if marker not in options.markers and any(a in self.known for a in options.arguments):
            return None
        bindings = unit.header(0).bindings
        said = spelled(unit, match.position, self.module, self.attribute)
        if said is None:
            return None
        wanted = program.areas.markers(unit.path)
        lacking = [s for s in program.suites.tests(file) if wanted.isdisjoint(program.suites.markers(file, s))]
        text = f"{said[0]}.{marker}"
        changes: list[Change] = [*said[1]]
        if len(lacking) == len(program.suites.tests(file)) and self._is_list(program, file, bindings.get(self.names)):
            changes.append(Enlist(self.names, text))
        else:
            changes += [Decorate(spot(p), text) for p in _positions(program, match, lacking)]
        return Offer(tuple((unit.path, change) for change in changes), {"place": marker, "marker": text})

    def _is_list(self, program: Program, file: int, value: Any) -> bool:
        """Whether a file has no markers of its own, or has them as one value or a list that is written out."""
        if type(value) is tuple and value[:1] == ("list",):
            return True
        path = program.units[file].body(0).calls[value][0] if type(value) is int else value
        return value is None or (type(path) is str and path.startswith(f"{self.module}.{self.attribute}."))


def _positions(program: Program, match: Match, lacking: list[int]) -> list[int]:
    """The names of what gets a decorator: the test or class, or of a class only some tests."""
    unit = program.units[match.file]
    if unit.header(match.scope).kind != CLASS:
        return [match.position]
    tests = [s for s in program.suites.tests(match.file) if unit.header(s).parent == match.scope]
    left = [s for s in tests if s in lacking]
    return [match.position] if len(left) == len(tests) else [unit.header(s).position for s in left]
