"""Released: is what request code acquires released on every path?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.endings import given, is_given, may_be, speaks, wanting
from isolint.checks.match import Match
from isolint.checks.narrowed import narrowed
from isolint.facts import ENTERED, MODULE, Body
from isolint.program import Program
from isolint.program.flow.anew import anew
from isolint.program.flow.regions import contains
from isolint.program.flow.spelling import spelling
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Site
from isolint.program.words import snake

RELEASING = frozenset({"close", "closes", "release", "dispose", "cleanup", "teardown", "shutdown", "finish", "put"})
KEEPING = frozenset({
    "append", "add", "put", "put_nowait", "push", "register", "setdefault", "insert", "callback", "dict", "list",
    "tuple",
})  # fmt: skip
ENTERING = frozenset({"enter_context", "enter_async_context", "push", "push_async_exit", "closing", "aclosing"})


@dataclass(frozen=True, slots=True)
class Released:
    """Values of the kinds `values` made in request code, released by the methods that their rows name."""

    values: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call that acquires one and does not see to its release."""
        if not any(program.roles[file] == "application" for file in program.asked):
            return
        calls = self._calls(program, None if program.few else self._names(program))
        yield from narrowed(
            program, calls, lambda call: call[0] in self._names(program), lambda call: self._acquired(program, call[1])
        )

    def _names(self, program: Program) -> frozenset[str]:
        """The names that such values go by."""
        return frozenset(name for kind in self.values for name in program.carriers.of(kind))

    def _calls(self, program: Program, names: frozenset[str] | None) -> Iterator[tuple[str, Site]]:
        """The calls in functions, of one of the names if they are given."""
        for file, scope in program.functions(names):
            unit = program.units[file]
            for number, name in enumerate(unit.callees(scope)):
                if (names is None or name in names) and not unit.body(scope).calls[number][4] & ENTERED:
                    yield name, Site(file, scope, number)

    def _acquired(self, program: Program, site: Site) -> Iterator[Match]:
        methods = self._methods(program, site)
        body = _body(program, site)
        if not methods or self._handed_on(program, site, body):
            return
        how = wanting(body, site.call, methods, "released")
        way = program.way(site.file, site.scope) if how else None
        if way is None or way.assumed or program.lifetimes.site(site):
            return
        place = spelling(body, site.call)
        yield Match(
            file=site.file, scope=site.scope, position=body.calls[site.call][3], place=place,
            words={"place": place, "how": how},
            trace=program.trace(way), entries=way.entries,
        )  # fmt: skip

    def _methods(self, program: Program, site: Site) -> frozenset[str]:
        """The methods that release what a call makes; none where it makes nothing that must be released."""
        evaluator = program.evaluator
        found: set[str] = set()
        for origin in evaluator.calls.result(site.file, site.scope, site.call, None):
            made = origin.site if isinstance(origin, Ext | Obj) else None
            if made is None or (made != site and not self._passed_on(program, site, made)):
                continue
            for kind in self.values:
                for row in evaluator.meaning.rows(origin, kind):
                    found |= set(row.methods)
        return frozenset(found)

    def _passed_on(self, program: Program, site: Site, made: Site) -> bool:
        """Whether the function called makes something and returns it, keeping nothing."""
        unit = program.units[made.file]
        for callee in program.evaluator.calls.callees(site):
            if isinstance(callee, Fn) and (callee.file, callee.scope) == (made.file, made.scope):
                header = unit.header(made.scope)
                body = unit.body(made.scope)
                kept = any(contains(s[3], made.call) for s in body.stores)
                given = any(type(v) is int and v == made.call for v, _ in body.returns)
                return given and not kept and not header.decorators
        return False

    def _handed_on(self, program: Program, site: Site, body: Body) -> bool:
        """Whether something else sees to the release: the caller, an owner, a block, a callback."""
        number = site.call
        unit = program.units[site.file]
        inside = any(contains(v, number) and not may_be(v, number) for v, _ in body.returns)
        if inside and not self._reads(body, number):
            return True
        if any(may_be(v, number) for v, _ in body.returns) or any(contains(s[3], number) for s in body.stores):
            return True
        if any(kind == "with" and contains(v, number) for kind, _, v in body.regions):
            return True
        if self._chained(body, number):
            return True
        names = {n for n, v in unit.header(site.scope).bindings.items() if may_be(v, number)}
        scopes = enumerate(unit.interface.scopes) if names else ()
        inner = [n for n, h in scopes if n and site.scope in (MODULE, h[2])]
        if any(speaks(c, names) for n in inner for c in unit.body(n).calls):
            return True
        if any(s[0] == "name" and s[2] in names for n in inner for s in unit.body(n).stores):
            return True  # a function binds the name anew
        return any(
            self._takes(program, Site(site.file, site.scope, n), number)
            for n, c in enumerate(body.calls)
            if n != number and any(contains(v, number) for v in given(c))
        )

    def _chained(self, body: Body, number: int) -> bool:
        """Whether all that is done with the value is one method, of which the result is entered or closed."""
        uses = [n for n, c in enumerate(body.calls) if contains(receiver(c[0]), number) or is_given(c, number)]
        if len(uses) != 1 or receiver(body.calls[uses[0]][0]) != number:
            return False
        closed = any(may_be(receiver(c[0]), uses[0]) and last_name(c[0]) in RELEASING for c in body.calls)
        return bool(body.calls[uses[0]][4] & ENTERED) or closed

    def _reads(self, body: Body, number: int) -> bool:
        """Whether what is returned is only read of the value, such as an attribute."""
        return all(
            not contains(v, number) or (type(v) is tuple and v[0] in (".", "<-", "iter")) for v, _ in body.returns
        )

    def _takes(self, program: Program, site: Site, number: int) -> bool:
        """Whether a call that is given the value takes it over: it makes an object, keeps it, or releases it."""
        call = _body(program, site).calls[site.call]
        name = last_name(call[0])
        if name in ENTERING | KEEPING or RELEASING & set(snake(name).split("_")) or name[:1].isupper():
            return True
        if any(type(v) is tuple and v[0] == "." and contains(v, number) for v in given(call)):
            return True  # a bound method, such as a callback that closes it
        for callee in program.evaluator.calls.callees(site):
            if isinstance(callee, Cls):
                return True
            if isinstance(callee, Fn) and self._closes(program, callee, call, number):
                return True
        return False

    def _closes(self, program: Program, fn: Fn, call: tuple[Any, ...], number: int) -> bool:
        """Whether a function closes or keeps what it is given."""
        unit = program.units[fn.file]
        names = [row[0] for row in unit.header(fn.scope).params]
        places = [n + (fn.receiver is not None) for n, v in enumerate(call[1]) if contains(v, number)]
        mine = {names[n] for n in places if n < len(names)} | {k for k, v in call[2] if contains(v, number)}
        body = unit.body(fn.scope)
        paths = {f"${n}" for n in mine}
        if any(any(contains(s[3], p) for p in paths) for s in body.stores):
            return True
        if any(kind == "with" and any(contains(v, p) for p in paths) for kind, _, v in body.regions):
            return True
        return any(receiver(c[0]) in paths and RELEASING & set(snake(last_name(c[0])).split("_")) for c in body.calls)


def _body(program: Program, site: Site) -> Body:
    unit = program.units[site.file]
    return unit.body(site.scope) if site.scope > MODULE else anew(unit)
