"""Run: make a hook that no framework runs one that it does."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.change import Change, Rename, Sync
from isolint.checks import Match
from isolint.facts import ASYNC, AWAITED, GENERATOR, ITERATED, POSITIONAL
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Site
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot

MOST: Final = 30  # functions that are looked into


@dataclass(frozen=True, slots=True)
class Run:
    """A coroutine that awaits nothing becomes a plain function; what is called like a hook gets the hook's name.

    `looped` are functions that work in coroutines alone, and libraries of which nobody knows which ones do.
    """

    looped: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """A plain hook, or None where something is awaited or decorated, or the hook's name is taken.

        Nothing where a set-up of the same classes has to stay a coroutine: the others would miss what it makes.
        """
        file, scope = match.file, match.scope
        unit = program.units[file]
        header = unit.header(scope)
        if not self._is_plain(program, file, scope) or any(self._staying(program, file, unit.owner(scope))):
            return None
        changes: list[Change] = []
        name = self._name(program, file, scope)
        if name is None:
            return None
        if name != header.name:
            changes.append(Rename(spot(header.position), name))
        if header.flags & ASYNC:
            changes.append(Sync(spot(header.position)))
        if not changes:
            return None
        return Offer(tuple((unit.path, change) for change in changes), {"place": header.name, "name": name})

    def _is_plain(self, program: Program, file: int, scope: int) -> bool:
        """Whether a function does nothing that only a coroutine can, and nobody but a framework calls it."""
        unit = program.units[file]
        header, body = unit.header(scope), unit.body(scope)
        waits = any(c[4] & (AWAITED | ITERATED) for c in body.calls) or any(r[0] == "with" for r in body.regions)
        if header.flags & GENERATOR or waits:  # whether a `with` is one that awaits, nobody says
            return False
        if any(d not in ("classmethod", "staticmethod") for d in header.decorators) or program.callers.of(file, scope):
            return False
        return not self._is_looped(program, file, scope) and not program.suites.is_fixture(file, scope)

    def _is_looped(self, program: Program, file: int, scope: int) -> bool:
        """Whether a function, or a plain one that it calls, does what works in coroutines alone."""
        waiting, seen = [(file, scope)], set[tuple[int, int]]()
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            if len(seen) == MOST:
                return True
            seen.add(place)
            for number in range(len(program.units[place[0]].body(place[1]).calls)):
                for origin in program.evaluator.calls.callees(Site(*place, number)):
                    if isinstance(origin, Ext) and any(f"{origin.path}.".startswith(f"{p}.") for p in self.looped):
                        return True
                    if isinstance(origin, Fn) and not program.units[origin.file].header(origin.scope).flags & ASYNC:
                        waiting.append((origin.file, origin.scope))
        return False

    def _staying(self, program: Program, file: int, owner: int) -> Iterator[bool]:
        """For each set-up of a class and of those around it whether it is a coroutine that has to stay one."""
        classes, lifecycle = program.suites.classes, program.suites.lifecycle
        if owner < 0:
            return
        cls = Cls(file, owner)
        for each in dict.fromkeys((*classes.known(cls), *classes.below(cls))):
            bindings = program.units[each.file].header(each.scope).bindings
            for name in lifecycle.names(cls):
                value = bindings.get(name)
                if type(value) is tuple and value[0] == "def" and lifecycle.is_idle(each.file, value[1]):
                    yield not lifecycle.awaits(each, name) and not self._is_plain(program, each.file, value[1])

    def _name(self, program: Program, file: int, scope: int) -> str | None:
        """The name of the hook that it can be, or None where there is one by this name, or the class may have one."""
        unit, lifecycle, classes = program.units[file], program.suites.lifecycle, program.suites.classes
        header, owner = unit.header(scope), unit.owner(scope)
        if owner < 0:
            return header.name
        cls = Cls(file, owner)
        official = {*lifecycle.names(cls), *lifecycle.cleaning(cls)}
        if header.name in official:
            return header.name
        name, heirs = lifecycle.alike(header.name), classes.below(cls)
        if name not in lifecycle.clear() or any(classes.method(c, header.name) for c in heirs):
            return None
        if not header.flags & ASYNC or name not in official or len(header.params) != 1:
            return None
        if header.params[0][3] != POSITIONAL or any(last_name(c[0]) == header.name for c in unit.body(scope).calls):
            return None
        if any(classes.lookup(c, name) or classes.has_unknown_base(c) for c in (cls, *heirs)):
            return None
        return name
