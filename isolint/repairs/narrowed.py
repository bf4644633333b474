"""Narrowed: a wide fixture that becomes one for each test, and with it all wide ones that depend on it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.change import Change, Drop
from isolint.checks import Match
from isolint.program import Program
from isolint.program.testing.fixtures import Fixture
from isolint.program.unit import last_name
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot

MOST: Final = 20  # more fixtures than anybody would look through in one change


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Where tests with a marker `ordered`, or that are numbered, use the fixture, they may go on with one object.

    Before a number may stand one of `steps`.
    """

    ordered: tuple[str, ...]
    steps: tuple[str, ...]
    dynamic: str
    scope: str
    loops: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """Nothing where a scope is not written out, or where a fixture runs without being asked for."""
        fixture = program.suites.fixture(match.file, match.scope)
        every = self._with_dependants(program, fixture) if fixture else None
        if not fixture or not every or any(self._in_steps(program, each) for each in every):
            return None
        changes: list[tuple[str, Change]] = []
        for each in every:
            change = self._drop(program, each)
            if change is None:
                return None
            changes.append((program.units[each.file].path, change))
        others = " and ".join(f"`{each.name}`" for each in every[1:])
        told = f", and {others}, which {'need' if len(every) > 2 else 'needs'} it" if others else ""  # noqa: PLR2004
        return Offer(tuple(changes), {"name": fixture.name, "others": told})

    def _drop(self, program: Program, fixture: Fixture) -> Drop | None:
        """The decorator without its scope."""
        unit = program.units[fixture.file]
        header = unit.header(fixture.scope)
        calls = [unit.body(header.parent).calls[d] for d in header.decorators if type(d) is int]
        names = program.vocabulary.heads("fixture")
        made = [c for c in calls if last_name(c[0]) in names and any(k == self.scope for k, _ in c[2])]
        if len(made) != 1 or fixture.automatic or any(k == "autouse" for k, _ in made[0][2]):
            return None
        if ("=", fixture.width) != dict(made[0][2])[self.scope] or any(not k or k in self.loops for k, _ in made[0][2]):
            return None
        return Drop(spot(made[0][3]), self.scope)

    def _with_dependants(self, program: Program, fixture: Fixture) -> list[Fixture] | None:
        """The fixture and all wide ones that would then ask for a narrower one; None where nobody can tell."""
        given = {name for row in program.vocabulary.kinds.get("given-fixture", ()) for name in row.keywords}
        found = [fixture]
        for each in found:
            if each.name in given or len(found) > MOST:
                return None
            for other in self._asking(program, each):
                if other is None:
                    return None
                if other not in found:
                    found.append(other)
        return found

    def _asking(self, program: Program, fixture: Fixture) -> Iterator[Fixture | None]:
        """The wide fixtures that ask for one; None for one that may do so by a name that others have, too."""
        folder = program.units[fixture.file].folder
        for file, unit in enumerate(program.units):
            if program.roles[file] != "test" or {fixture.name, self.dynamic}.isdisjoint(unit.interface.mentions):
                continue
            for other in program.suites.defined(file):
                if other.width == "function" or other[1:3] == fixture[1:3]:
                    continue
                asked = program.suites.used(file, other.scope)
                if any((fn.file, fn.scope) == (fixture.file, fixture.scope) for fn in asked):
                    yield other if other.width else None
                elif file != fixture.file and f"{folder}/".startswith(f"{unit.folder}/".lstrip("/")):
                    names = {f.name for fn in asked if (f := program.suites.fixture(fn.file, fn.scope))}
                    if fixture.name in names:
                        yield None

    def _in_steps(self, program: Program, fixture: Fixture) -> bool:
        """Whether tests that are to run in an order ask for it."""
        suites, numbered = program.suites, re.compile(rf"test_*(({'|'.join(self.steps)})_*)?[0-9]+")
        for file, unit in enumerate(program.units):
            if program.roles[file] != "test" or fixture.name not in unit.interface.mentions:
                continue
            numbers: dict[int, list[str]] = {}
            for scope in suites.tests(file):
                step = numbered.match(unit.header(scope).name)
                marked = not suites.markers(file, scope).isdisjoint(self.ordered)
                if not (step or marked) or not self._has(program, file, scope, fixture):
                    continue
                if marked:
                    return True
                numbers.setdefault(unit.owner(scope), []).append(step[0] if step else "")
            if any(len({*each}) == len(each) > 1 for each in numbers.values()):
                return True  # those that share a number have it from somewhere else
        return False

    def _has(self, program: Program, file: int, scope: int, fixture: Fixture) -> bool:
        return any((fn.file, fn.scope) == fixture[1:3] for fn in program.suites.closure(file, scope))
