"""Locked: does a lock guard nothing, made anew for each call, or do all users wait for one another at it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.match import Match
from isolint.facts import AWAITED, FUNCTION, Body
from isolint.program import Program
from isolint.program.lifetimes import Lasting
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Obj, Site


@dataclass(frozen=True, slots=True)
class Locked:
    """Locks of kind `lock`: made in the function that enters them, or one for all around awaits on an `identity`."""

    lock: str
    identity: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each lock that guards nothing, and for each place where users wait for one another."""
        makers = program.vocabulary.heads(self.lock)
        people = program.vocabulary.names(self.identity)
        for file in program.asked:
            unit = program.units[file]
            made = not makers.isdisjoint(unit.interface.mentions)
            if program.roles[file] != "application" or not (made or not people.isdisjoint(unit.interface.mentions)):
                continue
            for scope, plain in enumerate(unit.interface.scopes):
                if plain[0] == FUNCTION:
                    body = unit.body(scope)
                    if made and not makers.isdisjoint(unit.callees(scope)):
                        yield from self._useless(program, file, scope, body, makers)
                    if any(region[0] == "with" for region in body.regions):
                        yield from self._common(program, file, scope, body, people)

    def _useless(self, program: Program, file: int, scope: int, body: Body, makers: frozenset[str]) -> Iterator[Match]:
        for number, call in enumerate(body.calls):
            if last_name(call[0]) not in makers or not self._is_lock(program, Site(file, scope, number)):
                continue
            if self._entered(body, number) and not self._shared(program, file, scope, number):
                yield self._match(
                    program, file, scope, call[3], "is made anew by each call", "no other call ever waits for it", ()
                )

    def _is_lock(self, program: Program, site: Site) -> bool:
        given = program.evaluator.calls.result(*site, None)
        return any(program.evaluator.meaning.has_kind(o, self.lock) for o in given)

    def _entered(self, body: Body, number: int) -> bool:
        """Whether a function enters a lock that it made."""
        if any(kind == "with" and value == number for kind, _, value in body.regions):
            return True
        return any(call[0] == (".", number, "acquire") for call in body.calls)

    def _shared(self, program: Program, file: int, scope: int, number: int) -> bool:
        """Whether somebody else may get hold of it: by an argument, a store, a result, or a function inside."""
        unit = program.units[file]
        body = unit.body(scope)
        given: list[Any] = [v for call in body.calls for v in (*call[1], *[v for _, v in call[2]])]
        given += [part for store in body.stores for part in (store[2], store[3])]
        given += [v for v, _ in (*body.returns, *body.yields)]
        if any(_holds(v, number) for v in given):
            return True
        names = {n for n, v in unit.header(scope).bindings.items() if _holds(v, number)}
        inner = [n for n in range(scope + 1, len(unit.interface.scopes)) if _inside(program, file, n, scope)]
        return bool(names) and any(_mentions(tuple(unit.body(n)), names) for n in inner)

    def _common(self, program: Program, file: int, scope: int, body: Body, people: frozenset[str]) -> Iterator[Match]:
        for region, (kind, _, manager) in enumerate(body.regions):
            if kind != "with" or type(manager) is not str:
                continue
            awaited = (c for c in body.calls if c[4] & AWAITED and _within(body, c[5], region))
            work = next((c for c in awaited if _of(c, people)), None)
            lasting = self._lasting(program, file, scope, manager) if work else None
            way = program.way(file, scope) if lasting else None
            if work and lasting and way:
                step = program.step(lasting.file, lasting.position, f"`{lasting.name}` lives as long as the process")
                who = f"`{last_name(_of(work, people))}`"
                yield self._match(
                    program, file, scope, work[3], f"is one lock (`{manager.lstrip('$')}`) for all users",
                    f"the work for one {who} waits for that of every other", (step,),
                )  # fmt: skip

    def _lasting(self, program: Program, file: int, scope: int, manager: str) -> Lasting | None:
        """Why a lock is there for all requests."""
        for origin in program.evaluator.origins(file, scope, manager):
            if not isinstance(origin, Ext | Obj) or not program.evaluator.meaning.has_kind(origin, self.lock):
                continue
            made = origin.site and program.units[origin.site.file].owner(origin.site.scope)
            if origin.site and made is not None and made >= 0:
                return program.lifetimes.instance(Cls(origin.site.file, made))
            return program.lifetimes.of(origin)
        return None

    def _match(
        self, program: Program, file: int, scope: int, position: int, how: str, so: str, related: tuple[Any, ...]
    ) -> Match:
        return Match(
            file=file, scope=scope, position=position, place=program.symbol(file, scope),
            words={"how": how, "so": so, "function": program.units[file].qualname(scope)}, related=related,
        )  # fmt: skip


def _of(call: Any, people: frozenset[str]) -> Any:
    """The identity that a call is given."""
    values = [*call[1], *[v for _, v in call[2]]]
    return next((v for v in values if last_name(v) in people), None)


def _within(body: Body, region: int, outer: int) -> bool:
    while region:
        if region == outer:
            return True
        region = body.regions[region][1]
    return False


def _inside(program: Program, file: int, scope: int, outer: int) -> bool:
    while scope > outer:
        scope = program.units[file].header(scope).parent
    return scope == outer


def _holds(value: Any, number: int) -> bool:
    """Whether a value is the result of a call, or has it in it."""
    if type(value) is int:
        return value == number
    if type(value) is not tuple or not value or value[0] in ("=", "def", "import"):
        return False
    return any(_holds(part, number) for part in value if type(part) is not str)


def _mentions(value: Any, names: set[str]) -> bool:
    if type(value) is str:
        return value.partition(".")[0] in names
    return type(value) is tuple and any(_mentions(part, names) for part in value)
