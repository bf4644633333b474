"""Run: make a hook that no framework runs one that it does."""

from dataclasses import dataclass

from isolint.change import Change, Rename, Sync
from isolint.checks import Match
from isolint.facts import ASYNC, AWAITED, GENERATOR, ITERATED, POSITIONAL
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Run:
    """A coroutine that awaits nothing becomes a plain function; what is called like a hook gets the hook's name."""

    def offer(self, program: Program, match: Match) -> Offer | None:
        """A plain hook, or None where something is awaited or decorated, or the hook's name is taken."""
        file, scope = match.file, match.scope
        unit = program.units[file]
        header = unit.header(scope)
        body = unit.body(scope)
        waits = any(c[4] & (AWAITED | ITERATED) for c in body.calls) or any(r[0] == "with" for r in body.regions)
        if header.flags & GENERATOR or waits:  # whether a `with` is one that awaits, nobody says
            return None
        if any(d not in ("classmethod", "staticmethod") for d in header.decorators) or program.callers.of(file, scope):
            return None
        if program.suites.is_fixture(file, scope):
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
