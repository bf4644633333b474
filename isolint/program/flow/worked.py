"""Worked: which attributes of an object a function works with where others may run meanwhile."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.facts import ASYNC, AWAITED, ENTERED, ITERATED, Body
from isolint.program.flow.regions import managers
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origin, Origins, Site
from isolint.program.words import snake

DEEP: Final = 3
PAUSES: Final = AWAITED | ENTERED | ITERATED
MUTEX: Final = frozenset({"lock", "mutex"})


class Worked:
    """Answers for attributes of one kind of the vocabulary; what a lock is held around does not count."""

    def __init__(self, evaluator: Evaluator, kind: str) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._kind = kind
        self._memory: dict[tuple[Fn, str, Obj | Cls, int], frozenset[str]] = {}

    def by_method(self, instance: Obj, name: str, depth: int) -> frozenset[str]:
        """The attributes of an object, as paths behind it, that one of its methods works with."""
        found: tuple[Origin, ...] = self._e.members.member(instance.cls, name, instance)
        return frozenset(p for f in found if isinstance(f, Fn) for p in self._own(f, depth))

    def by(self, fn: Fn, at: int, name: str, one: Obj, depth: int = 0) -> frozenset[str]:
        """The same of an object that a function gets as an argument, by its place or, where it has one, its name."""
        params = self._units[fn.file].header(fn.scope).params
        place = at + (fn.receiver is not None)
        if not name:
            name = str(params[place][0]) if at >= 0 and place < len(params) else ""
        return self._paths(fn, name, one, depth) if name else frozenset()

    def waits(self, file: int, scope: int) -> int:
        """The flags of which a call needs one for others to run meanwhile: any in a thread, a pause in a coroutine."""
        return PAUSES if self._units[file].header(scope).flags & ASYNC else 0

    def locked(self, file: int, scope: int, body: Body, region: int) -> bool:
        """Whether a lock is held at a place."""
        for manager in managers(body, region):
            if MUTEX & set(snake(last_name(manager)).split("_")):
                return True
            locks = [o for o in self._e.origins(file, scope, manager) if self._e.meaning.has_kind(o, "lock")]
            if any(isinstance(o, Ext) and self._alone(o.site) for o in locks):
                return True
        return False

    def _alone(self, site: Site | None) -> bool:
        """Whether a lock lets one in at a time: it is given no number, or 1."""
        arguments = self._units[site.file].body(site.scope).calls[site.call][1] if site else ()
        return not arguments or arguments[0] == ("=", 1)

    def _own(self, fn: Fn, depth: int) -> frozenset[str]:
        params = self._units[fn.file].header(fn.scope).params
        return self._paths(fn, str(params[0][0]), fn.receiver, depth) if params and fn.receiver else frozenset()

    def _paths(self, fn: Fn, name: str, one: Obj | Cls, depth: int) -> frozenset[str]:
        """The attributes of a parameter, as paths behind it, that a function works with."""
        if depth > DEEP:
            return frozenset()
        key = (fn, name, one, depth)
        if key in self._memory:
            return self._memory[key]
        self._memory[key] = frozenset()
        body = self._units[fn.file].body(fn.scope)
        found: set[str] = set()
        for call in body.calls:
            if not self.locked(fn.file, fn.scope, body, call[5]):
                found.update(self._called(fn, call, f"${name}", one, depth))
                found.update(self._passed(fn, call, f"${name}", one, depth))
        self._memory[key] = frozenset(found)
        return self._memory[key]

    def _called(self, fn: Fn, call: tuple[Any, ...], first: str, one: Obj | Cls, depth: int) -> Iterator[str]:
        """What a call of a method works with."""
        callee, _, _, _, flags, _ = call
        base = receiver(callee)
        if type(base) is not str or not _behind(base, first):
            return
        if base != first and self._is_one(self._seen(fn, base, one)):
            pauses = self.waits(fn.file, fn.scope)
            if not pauses or flags & pauses:
                yield base[len(first) + 1 :]
            return
        for method in self._seen(fn, callee, one):
            for path in self._own(method, depth + 1) if isinstance(method, Fn) else ():
                yield _below(base[len(first) + 1 :], path)

    def _passed(self, fn: Fn, call: tuple[Any, ...], first: str, one: Obj | Cls, depth: int) -> Iterator[str]:
        """What a call works with by its arguments."""
        callee, arguments, keywords, *_ = call
        for at, (name, value) in enumerate([*[("", a) for a in arguments], *keywords]):
            if type(value) is not str or not _behind(value, first):
                continue
            given = self._seen(fn, value, one)
            if value != first and self._is_one(given):
                yield value[len(first) + 1 :]
                continue
            objects = [o for o in given if isinstance(o, Obj)]
            for function in self._e.origins(fn.file, fn.scope, callee, fn.receiver) if objects else ():
                if isinstance(function, Fn):
                    for path in {p for o in objects for p in self.by(function, at, name, o, depth + 1)}:
                        yield _below(value[len(first) + 1 :], path)

    def _seen(self, fn: Fn, path: str, one: Obj | Cls) -> Origins:
        """What a path behind a parameter is where the parameter is that object."""
        params = self._units[fn.file].header(fn.scope).params
        if fn.receiver is not None and path.partition(".")[0] == f"${params[0][0]}":
            return self._e.origins(fn.file, fn.scope, path, fn.receiver)
        found: Origins = (one,)
        for name in path.split(".")[1:]:
            found = self._e.attribute(found, name)
        return found

    def _is_one(self, origins: Origins) -> bool:
        return any(self._e.meaning.has_kind(o, self._kind) for o in origins)


def _behind(path: str, first: str) -> bool:
    return path == first or path.startswith(f"{first}.")


def _below(path: str, rest: str) -> str:
    return f"{path}.{rest}" if path else rest
