"""Custody: who sees to the end of what a call gives: the function itself, its caller, an owner or a block."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.context.holdings import CLOSING
from isolint.checks.endings import given, is_given, may_be, speaks
from isolint.facts import ENTERED, Body
from isolint.program import Program
from isolint.program.flow.regions import call_of, contains
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Fn, Site
from isolint.program.words import snake

TAKING: Final = frozenset({
    "append", "add", "put", "put_nowait", "push", "register", "setdefault", "insert", "callback", "dict", "list",
    "tuple", "enter_context", "enter_async_context", "push_async_exit", "closing", "aclosing", "finalize", "track",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Custody:
    """Answers for one program."""

    program: Program

    def handed_on(self, site: Site) -> bool:
        """Whether something else sees to the end of what a call gives."""
        unit = self.program.units[site.file]
        body = unit.body(site.scope)
        number = site.call
        if any(contains(v, number) for v, _ in (*body.returns, *body.yields)):
            return True
        if any(contains(s[3], number) for s in body.stores):
            return True
        if any(kind == "with" and contains(v, number) for kind, _, v in body.regions):
            return True
        if any(c[4] & ENTERED and call_of(receiver(c[0])) == number for c in body.calls):
            return True
        names = {n for n, v in unit.header(site.scope).bindings.items() if may_be(v, number)}
        inner = [n for n, h in enumerate(unit.interface.scopes) if h[2] == site.scope] if names else []
        if any(speaks(c, names) for n in inner for c in unit.body(n).calls):
            return True
        return any(self._takes(Site(*site[:2], n), number) for n, c in enumerate(body.calls) if is_given(c, number))

    def _takes(self, site: Site, number: int) -> bool:
        """Whether a call that is given the value takes it over: it makes an object, keeps it, or ends it."""
        call = self.program.units[site.file].body(site.scope).calls[site.call]
        name = last_name(call[0])
        if name in TAKING or CLOSING & set(snake(name).split("_")) or name[:1].isupper():
            return True
        if any(type(v) is tuple and v[0] == "." and contains(v, number) for v in given(call)):
            return True  # a bound method, such as a callback that ends it
        callees = self.program.evaluator.calls.callees(site)
        return any(isinstance(o, Cls) or (isinstance(o, Fn) and self._ends(o, call, number)) for o in callees)

    def _ends(self, fn: Fn, call: tuple[Any, ...], number: int) -> bool:
        """Whether a function ends, keeps, enters or hands out what it is given."""
        unit = self.program.units[fn.file]
        names = [row[0] for row in unit.header(fn.scope).params]
        places = [n + (fn.receiver is not None) for n, v in enumerate(call[1]) if contains(v, number)]
        mine = {names[n] for n in places if n < len(names)} | {k for k, v in call[2] if contains(v, number)}
        paths = {f"${n}" for n in mine}
        body = unit.body(fn.scope)
        kept = [*[s[3] for s in body.stores], *[v for v, _ in (*body.returns, *body.yields)]]
        kept += [v for kind, _, v in body.regions if kind == "with"]
        if any(contains(v, p) for v in kept for p in paths):
            return True
        return any(
            (receiver(c[0]) in paths and CLOSING & set(snake(last_name(c[0])).split("_")))
            or (_taken(c) and any(contains(v, p) for v in given(c) for p in paths))
            for c in body.calls
        )


def used(body: Body, number: int) -> Iterator[str]:
    """The methods that are called on what a call gives."""
    return (last_name(c[0]) for c in body.calls if may_be(receiver(c[0]), number))


def _taken(call: tuple[Any, ...]) -> bool:
    name = last_name(call[0])
    return name in TAKING or name[:1].isupper() or bool(CLOSING & set(snake(name).split("_")))
