"""Restoring: is a change set back, on every path, and can somebody else run before that?"""

from typing import Any, Final, Literal, NamedTuple

from isolint.facts import AWAITED, GENERATOR, Body
from isolint.program.flow.regions import chain, inside
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Fn, Site

How = Literal["", "later", "always"]
DROPPING: Final = frozenset({"pop", "clear", "update", "__delitem__", "remove", "discard"})
PUTTING: Final = frozenset({"update"})  # back, where it is done in any case; else it may be anything
LEAVING: Final = frozenset({"__exit__", "__aexit__"})


class Change(NamedTuple):
    """One change: of the attribute or element `key` of `base`, or by a call of `callee`; `undo` names set it back."""

    file: int
    scope: int
    position: int
    region: int
    base: Any
    key: Any
    callee: Any = None
    undo: frozenset[str] = frozenset()


class Restored(NamedTuple):
    """How a change is set back: never, only where nothing fails, always; `waits`: others may run before that."""

    how: How
    waits: bool


class Restoring:
    """Answers whether changes are set back."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._e = evaluator
        self._units = evaluator.units

    def of(self, change: Change) -> Restored:
        """Whether and how a change is set back by the function, or by the context manager, that it is part of."""
        body = self._units[change.file].body(change.scope)
        around = self._block(change, body)
        if around:
            return Restored("always", self._waits(change, body, around=around))
        until = 0
        for position, region in self._undone(change, body):
            if position <= change.position:
                continue
            if inside(body, region, "finally"):
                return Restored("always", self._waits(change, body, until=position))
            until = max(until, position)
        if until:
            return Restored("later", self._waits(change, body, until=until))
        return Restored("always", waits=True) if self._left(change) else Restored("", self._waits(change, body))

    def before(self, change: Change) -> bool:
        """Whether what others may have left is cleared before the change."""
        body = self._units[change.file].body(change.scope)
        names = change.undo
        return any(last_name(c[0]) in names and c[3] < change.position for c in body.calls)

    def _block(self, change: Change, body: Body) -> int:
        """The `with` around a change that sets back what is changed in it."""
        for region in chain(body, change.region):
            kind, _, manager = body.regions[region]
            if kind == "with" and type(manager) is int:
                callees = self._e.calls.callees(Site(change.file, change.scope, manager))
                if any(self._e.meaning.has_kind(o, "restoring") for o in callees):
                    return region
        return 0

    def _undone(self, change: Change, body: Body) -> list[tuple[int, int]]:
        """Where a function sets something back, itself or by a function that it calls: position and region."""
        found: list[tuple[int, int]] = []
        for kind, base, key, _, position, region in body.stores:
            same = base == change.base and _same(kind, key, change.key)
            if change.callee is None and same and (key == change.key or inside(body, region, "finally")):
                found.append((position, region))
        for number, (callee, arguments, _, position, _, region) in enumerate(body.calls):
            if position == change.position:
                continue
            if last_name(callee) in PUTTING and not inside(body, region, "finally"):
                continue
            if self._undoes(change, callee, arguments):
                found.append((position, region))
            elif position > change.position and inside(body, region, "finally"):
                site = Site(change.file, change.scope, number)
                if any(type(o) is Fn and self._mentions(change, o) for o in self._e.calls.callees(site)):
                    found.append((position, region))
        return found

    def _undoes(self, change: Change, callee: Any, arguments: tuple[Any, ...]) -> bool:
        name = last_name(callee)
        if change.callee is not None and callee == change.callee:
            return True
        if name in change.undo:
            return change.base is None or receiver(callee) == change.base or change.callee is not None
        if change.base is None:
            return False
        if name == "delattr" and arguments and arguments[0] == change.base:
            return True
        held = receiver(callee)
        return (held == change.base and name in DROPPING) or (
            name == "clear" and last_name(held) == "__dict__" and receiver(held) == change.base
        )

    def _mentions(self, change: Change, fn: Fn) -> bool:
        """Whether another function sets the same thing, as far as names tell."""
        body = self._units[fn.file].body(fn.scope)
        name = last_name(change.base)
        for kind, base, key, *_ in body.stores:
            if last_name(base) == name and _same(kind, key, change.key):
                return True
        for callee, arguments, *_ in body.calls:
            last = last_name(callee)
            if change.callee is not None and (last == last_name(change.callee) or last in change.undo):
                return True
            if name and last_name(receiver(callee)) == name and (last in change.undo or last in DROPPING):
                return True
            if name and last == "delattr" and arguments and last_name(arguments[0]) == name:
                return True
        return False

    def _left(self, change: Change) -> bool:
        """Whether the change is made on entering an object that sets it back when it is left."""
        unit = self._units[change.file]
        owner = unit.owner(change.scope)
        if owner < 0:
            return False
        for base in self._e.members.mro(Cls(change.file, owner)):
            if type(base) is not Cls:
                continue
            for method in self._e.members.methods(base):
                name = self._units[base.file].header(method).name
                if name in LEAVING and self._mentions(change, Fn(base.file, method, None)):
                    return True
        return False

    def _waits(self, change: Change, body: Body, *, around: int = 0, until: int = 0) -> bool:
        """Whether an `await`, or the `yield` of a generator, stands between a change and its end."""
        for _, _, _, position, flags, region in body.calls:
            later = position > change.position and (not until or position < until)
            if flags & AWAITED and later and (not around or around in chain(body, region)):
                return True
        if not self._units[change.file].header(change.scope).flags & GENERATOR:
            return False
        return any(p > change.position and (not until or p < until) for _, p in body.yields)


def _same(kind: str, key: Any, other: Any) -> bool:
    """Whether a store, or deletion, is one of what stands under a key."""
    if kind.removeprefix("del-") == "name":
        return False
    return key == other or key is None or other is None
