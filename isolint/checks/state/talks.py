"""Talks: conversations that outlive the request, and the request code that tells them something."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.checks.parts import inside, prefixes
from isolint.facts import MODULE
from isolint.program import Program
from isolint.program.entry.callers import direct
from isolint.program.entry.ways import Way
from isolint.program.lifetimes import Lasting
from isolint.program.unit import handed, last_name
from isolint.program.values.origins import Ext, Fn, Obj, Origin, Site

DEPTH = 3  # things that are given one another


class Talk(NamedTuple):
    """A conversation: where it is made, what holds it from there, and why it lasts."""

    site: Site
    holders: tuple[Site, ...]
    why: Lasting


class Talks:
    """Answers whether a call makes a conversation that lasts, and on which way a request uses it."""

    def __init__(self, program: Program, kind: str) -> None:
        self._program = program
        self._kind = kind
        self._methods = frozenset(m for row in program.vocabulary.kinds.get(kind, ()) for m in row.methods)

    def at(self, file: int, scope: int, number: int) -> Talk | None:
        """The lasting conversation that a call makes; one that is given another is that one's."""
        site = Site(file, scope, number)
        if not any(self._is(o) and _site(o) == site for o in self._program.evaluator.calls.result(*site, None)):
            return None
        _, arguments, keywords, *_ = self._program.units[file].body(scope).calls[number]
        for value in (*arguments, *[v for _, v in keywords]):
            if any(self._is(o) and _site(o) for o in self._program.evaluator.origins(file, scope, value)):
                return None
        holders = tuple(self._holders(site, 0))
        for each in holders:
            why = self._program.lifetimes.site(each)
            if why and not (why.how == "cached" and self._program.units[why.file].header(why.scope).params):
                return Talk(site, holders, why)
        return None

    def _is(self, origin: Origin) -> bool:
        return self._program.evaluator.meaning.has_kind(origin, self._kind)

    def _holders(self, site: Site, depth: int) -> Iterator[Site]:
        """The call, and those that are given what it makes."""
        yield site
        if depth > DEPTH:
            return
        unit = self._program.units[site.file]
        names = {n for n, v in unit.header(site.scope).bindings.items() if site.call in direct(v)}
        kept = [s for s in unit.body(site.scope).stores if s[0] == "attr" and site.call in direct(s[3])]
        names |= {f"{base}.{key}" for _, base, key, *_ in kept if type(base) is str}
        for number, (_, arguments, keywords, *_) in enumerate(unit.body(site.scope).calls):
            for value in (*arguments, *[v for _, v in keywords]):
                given = site.call in direct(value) or (type(value) is str and value in names)
                if given and number != site.call:
                    yield from self._holders(Site(site.file, site.scope, number), depth + 1)
                    break
        for other in self._elsewhere(site, names) if site.scope == MODULE else ():
            yield from self._holders(other, depth + 1)

    def _elsewhere(self, site: Site, names: set[str]) -> Iterator[Site]:
        """The calls at the top of other modules that are given what a module has under these names."""
        program = self._program
        spoken = program.evaluator.surface.aliased(frozenset(names))
        for file, unit in program.speaking(*spoken, role="application"):
            if file == site.file or file in program.entries.sessions:
                continue
            for scope, number in dict.fromkeys(c for n in sorted(spoken) for c in unit.calls_named(n)):
                if scope == MODULE and any(
                    last_name(v) in spoken and any(_site(o) == site for o in program.evaluator.origins(file, scope, v))
                    for v in handed(unit.body(scope).calls[number])
                ):  # fmt: skip
                    yield Site(file, scope, number)

    def used(self, talk: Talk) -> Way | None:
        """How a request reaches a function that tells the conversation something, or hands it on."""
        program = self._program
        names = frozenset(n for site in talk.holders for n in self._names(site))
        for file, unit in program.speaking(*program.evaluator.surface.aliased(names), role="application"):
            here = program.spelled(file, names)
            for scope in range(program.entries.first(file), len(unit.interface.scopes)) if here else ():
                if self._tells(file, scope, here, talk):
                    way = program.way(file, scope)
                    if way and (not way.assumed or program.requests.assumed(file, scope)):
                        return way
        return None

    def _names(self, site: Site) -> Iterator[str]:
        """The names that something is reached by: of variables, attributes, and functions that return it."""
        unit = self._program.units[site.file]
        header, body = unit.header(site.scope), unit.body(site.scope)
        if site.scope == MODULE or header.bindings:
            yield from [n for n, v in header.bindings.items() if site.call in direct(v)]
        for kind, base, key, value, _, _ in body.stores:
            if site.call in direct(value):
                yield key if kind in ("attr", "name") and isinstance(key, str) else last_name(base)
        if any(site.call in direct(v) for v, _ in body.returns):
            yield header.name
            for caller, _, calls in self._program.callers.of(site.file, site.scope):
                if calls and caller != site:
                    outer = self._program.units[caller.file].header(caller.scope)
                    yield from [n for n, v in outer.bindings.items() if caller.call in direct(v)]
                    for kind, _, key, value, _, _ in self._program.units[caller.file].body(caller.scope).stores:
                        if kind in ("attr", "name") and isinstance(key, str) and caller.call in direct(value):
                            yield key

    def _tells(self, file: int, scope: int, names: frozenset[str], talk: Talk) -> bool:
        """Whether a function calls a method that tells it something, or hands it on."""
        origins = self._program.evaluator.origins
        unit = self._program.units[file]
        calls, header = unit.body(scope).calls, unit.header(scope)
        around = unit.body(header.parent).calls
        names |= {p[0] for p in header.params if any(self._mentions(v, names, around) for v in p[1:3])}
        for number, (callee, arguments, keywords, *_) in enumerate(calls):
            if Site(file, scope, number) in talk.holders:
                continue
            if (
                self._mentions(callee, names, calls)
                and not fresh(self._program, file, scope, callee)
                and any(self._told(o, talk, last_name(callee)) for o in origins(file, scope, callee))
            ):
                return True
            for value in (*arguments, *[v for _, v in keywords]):
                if self._mentions(value, names, calls) and any(
                    _site(o) in talk.holders and self._whole(o) for o in origins(file, scope, value)
                ):  # fmt: skip
                    return True
        return False

    def _whole(self, origin: Origin) -> bool:
        """Whether something is the thing itself, not a part of it."""
        return type(origin) is Obj or (type(origin) is Ext and origin.path.endswith("()"))

    def _told(self, origin: Origin, talk: Talk, method: str) -> bool:
        if type(origin) is Fn:
            return isinstance(origin.receiver, Obj) and origin.receiver.site in talk.holders
        if _site(origin) not in talk.holders:
            return False
        if _site(origin) != talk.site:
            return True
        return method in self._methods or self._whole(origin)

    def _mentions(self, value: Any, names: frozenset[str], calls: tuple[tuple[Any, ...], ...]) -> bool:
        for part in inside([value], calls):
            texts = part.split(".") if type(part) is str else part[2].split(".") if _dotted(part) else ()
            if any(t.lstrip("$") in names for t in texts):
                return True
        return False


def fresh(program: Program, file: int, scope: int, value: Any) -> bool:
    """Whether a path begins with a call of a function that makes something anew, and keeps it nowhere."""
    root = list(prefixes(value))[-1][0]
    if type(root) is not int:
        return False
    callees = [o for o in program.evaluator.calls.callees(Site(file, scope, root)) if type(o) is Fn]
    return bool(callees) and all(_makes(program, o) for o in callees)


def _makes(program: Program, fn: Fn) -> bool:
    body = program.units[fn.file].body(fn.scope)
    if program.lifetimes.cached(fn.file, fn.scope) or not body.returns:
        return False
    kept = {n for kind, _, _, value, *_ in body.stores if kind in ("name", "attr", "item") for n in direct(value)}
    return all(type(v) is int and v not in kept for v, _ in body.returns)


def _dotted(part: Any) -> bool:
    return type(part) is tuple and bool(part) and part[0] == "."


def _site(origin: Origin) -> Site | None:
    return origin.site if isinstance(origin, Ext | Obj) else None
