"""Guarded: a default that each call makes for itself, where what it is made of means the same inside the function."""

from dataclasses import dataclass
from typing import Final

from isolint.change import Default
from isolint.checks import Match
from isolint.facts import CLASS, LAMBDA, MODULE
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.repairs.free import free, holds
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot

MOST: Final = 100  # callers that are asked
BARE: Final = frozenset({"overload", "abstractmethod"})


@dataclass(frozen=True, slots=True)
class Guarded:
    """The default of the parameter that a match has as its word `name` becomes None, and a guard makes it."""

    def offer(self, program: Program, match: Match) -> Offer | None:
        """Nothing for lambdas, stubs, overloads, abstract methods and classes that a decorator makes of their body."""
        unit, name = program.units[match.file], match.words["name"]
        header = unit.header(match.scope)
        owner = unit.owner(match.scope)
        if match.scope == MODULE or header.flags & LAMBDA or unit.path.endswith(".pyi"):
            return None
        if owner >= 0 and unit.header(owner).decorators:
            return None
        if any(last_name(each) in BARE for each in header.decorators):
            return None
        default = next(row[2] for row in header.params if row[0] == name)
        said = {*free(unit, header.parent, default)}
        local = {row[0] for row in header.params} | {*unit.body(match.scope).names}
        at = header.parent
        while at > 0 and unit.header(at).kind == CLASS:
            bindings = unit.header(at).bindings
            local |= bindings.keys()
            if any(value is not None and holds(default, value) for value in bindings.values()):
                return None  # it was a name of the class, for all that is known
            at = unit.header(at).parent
        if said & local or self._is_given_none(program, match, name):
            return None
        return Offer(((unit.path, Default(spot(header.position), name)),), {"name": name})

    def _is_given_none(self, program: Program, match: Match, name: str) -> bool:
        """Whether a caller says None, which means something else than nothing today."""
        unit = program.units[match.file]
        names = [row[0] for row in unit.header(match.scope).params]
        number = names.index(name) - (unit.owner(match.scope) >= 0)
        sites = [site for site, _, calls in program.callers.of(match.file, match.scope) if calls]
        return any(program.evaluator.calls.argument(site, number, name) == ("=", None) for site in sites[:MOST])
