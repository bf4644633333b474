"""Scoped: what a function sets in context variables, and on what each thread has one of."""

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

from isolint.facts import MODULE
from isolint.program.flow.emptied import nothing
from isolint.program.flow.restoring import Change
from isolint.program.flow.writes import Writes
from isolint.program.lifetimes import Lifetimes
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Ext, Obj

Kind = Literal["context-variable", "thread-local"]
RESET: Final = frozenset({"reset", "set"})


class Scoped(NamedTuple):
    """One setting; `values` are what is set, and what has been put into that before; `place` is its name.

    What is `imported` from out of sight is known by its name alone.
    """

    kind: Kind
    place: str
    change: Change
    values: tuple[Any, ...]
    declared: tuple[int, int]
    imported: bool = False


class Scopes:
    """Answers what functions set; `names` are those that variables and thread-locals go by."""

    def __init__(self, evaluator: Evaluator, lifetimes: Lifetimes, writes: Writes, names: frozenset[str]) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._speaking = evaluator.surface.mentioning
        self._lifetimes = lifetimes
        self._methods = writes.methods
        self._names = names

    def of(self, file: int, scope: int) -> Iterator[Scoped]:
        """What a function sets, as long as it lives on after the call."""
        body = self._units[file].body(scope)
        for callee, arguments, _, position, _, region in body.calls:
            if last_name(callee) != "set" or len(arguments) != 1:
                continue
            base = receiver(callee)
            if last_name(base) in self._names and (found := self._lasting(file, scope, base, ("context-variable",))):
                change = Change(file, scope, position, region, base, None, None, RESET)
                values = (arguments[0], *self._put(file, scope, arguments[0], position))
                yield Scoped("context-variable", _text(base), change, values, found[1])
        for kind, base, key, value, position, region in body.stores:
            if kind != "attr" or last_name(base) not in self._names:
                continue
            if found := self._lasting(file, scope, base, ("thread-local", "context-variable")):
                change = Change(file, scope, position, region, base, key)
                place = f"{_text(base)}.{key}" if isinstance(key, str) else _text(base)
                values = (value, *self._put(file, scope, value, position))
                yield Scoped(found[0], place, change, values, found[1], found[2])

    def _lasting(
        self, file: int, scope: int, base: Any, kinds: tuple[Kind, ...]
    ) -> tuple[Kind, tuple[int, int], bool] | None:
        """What a value is, where it is made, and whether that is an import, where that is not for the request alone."""
        for origin in self._e.origins(file, scope, base):
            if not isinstance(origin, Ext | Obj):
                continue
            if origin.site is None:
                place = self._units[file].header(MODULE).places.get(_text(base))
                if type(origin) is Ext and place is not None and self._e.meaning.has_kind(origin, "thread-local"):
                    return "thread-local", (file, place), True
                continue
            for kind in kinds:
                rows = self._e.meaning.rows(origin, kind)
                if any(row.argument < 0 for row in rows) and (lasting := self._lifetimes.site(origin.site)):
                    return kind, (lasting.file, lasting.position), False
        return None

    def _put(self, file: int, scope: int, value: Any, position: int) -> Iterator[Any]:
        """What a function has put into something that it has made."""
        if type(value) is not int:
            return
        for callee, arguments, keywords, at, _, _ in self._units[file].body(scope).calls:
            held = receiver(callee)
            if at < position and type(held) is int and held == value and last_name(callee) in self._methods:
                yield from (*arguments, *[v for _, v in keywords])

    def others(self, one: Scoped, *, roles: tuple[str, ...]) -> Iterator[Scoped]:
        """Where the application sets the same elsewhere."""
        name, key = last_name(one.change.base), one.change.key
        for file in self._speaking(name):
            if roles[file] == "application":
                for scope in range(1, len(self._units[file].interface.scopes)):
                    for other in self.of(file, scope):
                        change = other.change
                        if last_name(change.base) == name and change.key == key and change != one.change:
                            yield other

    def ended(self, one: Scoped, *, roles: tuple[str, ...]) -> bool:
        """Whether another function of the application, such as a hook at the end of requests, sets the same back."""
        name, key = last_name(one.change.base), one.change.key
        here = (one.change.file, one.change.scope)
        for file in self._speaking(name):
            if file != one.declared[0] and self._has_its_own(file, name):
                continue
            for scope in range(1, len(self._units[file].interface.scopes) if roles[file] == "application" else 0):
                if (file, scope) != here and self._ends(file, scope, name, key):
                    return True
        return False

    def _has_its_own(self, file: int, name: str) -> bool:
        """Whether a file makes something of the same name for itself."""
        value = self._units[file].header(MODULE).bindings.get(name)
        return value is not None and not (type(value) is tuple and value[:1] == ("import",))

    def _ends(self, file: int, scope: int, name: str, key: Any) -> bool:
        body = self._units[file].body(scope)
        ends = False
        for kind, base, attribute, value, *_ in body.stores:
            if last_name(base) == name and attribute == key:
                if kind != "del-attr" and not nothing(value, body):
                    return False  # it cares for what it sets itself
                ends = True
        for callee, arguments, *_ in body.calls:
            last, held = last_name(callee), receiver(callee)
            if last_name(held) == name and last == "set" and not all(nothing(a, body) for a in arguments):
                return False
            ends = ends or (last_name(held) == name and last in RESET)
            ends = ends or (last == "clear" and last_name(held) == "__dict__" and last_name(receiver(held)) == name)
            ends = ends or (last == "delattr" and bool(arguments) and last_name(arguments[0]) == name)
        return ends


def _text(value: Any) -> str:
    return value.removeprefix("$self.").lstrip("$") if type(value) is str else last_name(value)
