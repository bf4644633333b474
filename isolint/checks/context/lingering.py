"""Lingering: is request data left in a context variable or thread-local that the next request meets?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from isolint.checks.brought import Brought, brought, matched
from isolint.checks.match import Match
from isolint.facts import ASYNC
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.emptied import Emptied
from isolint.program.flow.regions import exclusive
from isolint.program.flow.scoped import Scoped, Scopes

HOW: Final = {"": "never resets it", "later": "resets it only where nothing fails"}
NEXT: Final = "the next request"
OUTSIDE: Final = "whatever runs there next outside of a request"


@dataclass(frozen=True, slots=True)
class Lingering:
    """Values of the kinds `values` set where the execution context is used again, and not set back in any case.

    What one of the `hooks`, or a middleware, sets first thing for every request reaches no other request, yet whatever
    runs in the same thread outside of one; so it counts by default only where a middleware never sets back what it puts
    on a thread: a user, or all of a request, which goes by one of the `whole` names.
    """

    values: tuple[str, ...]
    hooks: tuple[str, ...]
    whole: tuple[str, ...]

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

        def hooked(way: Way, *hooks: str) -> bool:
            return program.contexts.each_time(way, frozenset(hooks), region, change.file, change.scope)

        emptied = Emptied(program.evaluator, program.callers)

        def reused(way: Way) -> bool:
            return program.contexts.of(way, change.file, change.scope) == "reused" and not emptied.by(way)

        def mild(way: Way) -> bool:
            return reused(way) and hooked(way, *self.hooks) and _threaded(program, way)

        at = (change.file, change.scope, change.position)
        found = brought(program, at, one.values, lambda way: reused(way) and not hooked(way, *self.hooks))
        whom = NEXT
        if found is None or self._anew(program, scopes, one):
            whom = OUTSIDE
            found = brought(program, at, one.values, mild) if one.kind == "thread-local" or change.undo else None
        if found is None or scopes.ended(one, roles=program.roles):
            return None
        how = emptied.of(found.way, change.file, change.scope) or restored.how
        if how == "always":
            return None
        related = (program.step(*one.declared, f"`{one.place.partition('.')[0]}` is made here"),)
        match = matched(program, at, found, one.place, {"how": HOW[how], "whom": whom}, related=related)
        sure = whom == NEXT or (not how and hooked(found.way) and self._sure(program, one, found))
        return match if sure else replace(match, strict=True)

    def _sure(self, program: Program, one: Scoped, found: Brought) -> bool:
        """Whether a thread keeps a user, or all of a request."""
        people = program.requests.people
        bare = {v.lstrip("$") for v in one.values if type(v) is str and "." not in v}
        names = {one.place.rpartition(".")[2].lstrip("_"), *bare}
        spoken = found.what in people or not names.isdisjoint(people.union(self.whole))
        return one.kind == "thread-local" and spoken

    def _anew(self, program: Program, scopes: Scopes, one: Scoped) -> bool:
        """Whether every request begins with setting the same anew, elsewhere."""
        for other in scopes.others(one, roles=program.roles):
            file, scope, _, region, *_ = other.change
            way = program.ways.to(file, scope)
            if way and program.contexts.each_time(way, frozenset(self.hooks), region, file, scope):
                return True
        return False


def _threaded(program: Program, way: Way) -> bool:
    """Whether an entry point runs in a thread of its own, and not in the one of an event loop."""
    return not program.units[way.file].header(way.scope).flags & ASYNC
