"""Lingering: is request data left in a context variable or thread-local that the next request meets?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.brought import brought, matched
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.regions import exclusive
from isolint.program.flow.scoped import Scoped, Scopes


@dataclass(frozen=True, slots=True)
class Lingering:
    """Values of the kinds `values` set where the execution context is used again, and not set back in any case.

    What one of the `hooks`, or a middleware, sets first thing for every request does not linger.
    """

    values: tuple[str, ...]
    hooks: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place and function."""
        names = frozenset(n for kind in self.values for n in program.carriers.of(kind))
        scopes = Scopes(program.evaluator, program.lifetimes, program.writes, names)
        for file, scope in program.functions(names):
            yield from self._function(program, scopes, file, scope)

    def _function(self, program: Program, scopes: Scopes, file: int, scope: int) -> Iterator[Match]:
        seen: set[str] = set()
        every = list(scopes.of(file, scope))
        for one in every:
            match = None if one.place in seen else self._set(program, scopes, one, every)
            if match:
                seen.add(one.place)
                yield match

    def _set(self, program: Program, scopes: Scopes, one: Scoped, every: list[Scoped]) -> Match | None:
        change = one.change
        restored = program.restoring.of(change)
        if restored.how == "always":
            return None
        body = program.units[change.file].body(change.scope)
        others = [o.change.region for o in every if o.place == one.place and o is not one]
        both = any(exclusive(body, change.region, other) for other in others)
        region = body.regions[change.region][1] if both else change.region

        def wanted(way: Way) -> bool:
            each = program.contexts.each_time(way, frozenset(self.hooks), region, change.file, change.scope)
            return program.contexts.of(way, change.file, change.scope) == "reused" and not each

        at = (change.file, change.scope, change.position)
        found = brought(program, at, one.values, wanted)
        if found is None or scopes.ended(one, roles=program.roles) or self._anew(program, scopes, one):
            return None
        how = "resets it only where nothing fails" if restored.how else "never resets it"
        related = (program.step(*one.declared, f"`{one.place.partition('.')[0]}` is made here"),)
        return matched(program, at, found, one.place, {"how": how}, related=related)

    def _anew(self, program: Program, scopes: Scopes, one: Scoped) -> bool:
        """Whether every request begins with setting the same anew, elsewhere."""
        for other in scopes.others(one, roles=program.roles):
            file, scope, _, region, *_ = other.change
            way = program.ways.to(file, scope)
            if way and program.contexts.each_time(way, frozenset(self.hooks), region, file, scope):
                return True
        return False
