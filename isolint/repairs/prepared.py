"""Prepared: set an attribute of a test's object in the hook that runs before the test."""

from dataclasses import dataclass

from isolint.change import Insert
from isolint.checks import Match
from isolint.facts import ASYNC, GENERATOR
from isolint.program import Program
from isolint.program.values.origins import Cls
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot


def hook_of(program: Program, cls: Cls) -> int | None:
    """The scope of a plain method of the class itself that runs before each of its tests; None where there is none."""
    lifecycle, unit = program.suites.lifecycle, program.units[cls.file]
    for name in lifecycle.names(cls)[::-1]:
        running = lifecycle.running(cls, name)
        scope = running[0][1] if running and running[0][0] == cls.file else -1
        header = unit.header(scope) if scope > 0 else None
        if header is None or unit.owner(scope) != cls.scope or unit.own(scope) != "self":
            continue
        if not header.decorators and (lifecycle.awaits(cls, name) or not header.flags & (ASYNC | GENERATOR)):
            return scope
    return None


@dataclass(frozen=True, slots=True)
class Prepared:
    """`values` say for some names what is set, as `name = value`; about other names nobody knows."""

    values: tuple[str, ...]

    def offer(self, program: Program, match: Match) -> Offer | None:
        """A line at the beginning of the class's own hook, or None where the class has none that runs."""
        name = match.place.rpartition(".")[2]
        told = next((each for each in self.values if each.partition("=")[0].strip() == name), None)
        unit = program.units[match.file]
        owner = unit.owner(match.scope)
        if told is None or owner < 0:
            return None
        scope = hook_of(program, Cls(match.file, owner))
        if scope is None:
            return None
        header = unit.header(scope)
        change = Insert(spot(header.position), f"self.{told}", "begin")
        return Offer(((unit.path, change),), {"place": f"self.{name}", "hook": header.name})
