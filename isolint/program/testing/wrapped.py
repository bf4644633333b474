"""Wrapped: what decorators add to a class, or set on the object of a method before it runs."""

from collections.abc import Iterable, Iterator

from isolint.facts import CLASS, Value
from isolint.program.testing.hooks import Hooks, Place, within
from isolint.program.testing.selves import Selves
from isolint.program.unit import Unit
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Fn


class Wrapped:
    """Answers about decorators that the program defines: functions, and classes whose objects are called."""

    def __init__(self, evaluator: Evaluator, hooks: Hooks, selves: Selves) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._hooks = hooks
        self._selves = selves
        self._set: dict[Place, frozenset[str] | None] = {}

    def classes(self, bases: Iterable[Cls]) -> set[str] | None:
        """What decorators add to classes, or None where that is not known."""
        found: set[str] = set()
        for base in bases:
            header = self._units[base.file].header(base.scope)
            for decorator in header.decorators:
                if not self._hooks.keeps(base.file, header.parent, decorator):
                    added = self._added(base.file, header.parent, decorator)
                    if added is None:
                        return None
                    found |= added
        return found

    def _added(self, file: int, scope: int, decorator: Value) -> set[str] | None:
        """The attributes that a decorator of the program sets; None for one that makes a class, or is unknown."""
        value = self._units[file].body(scope).calls[decorator][0] if type(decorator) is int else decorator
        origins = self._evaluator.origins(file, scope, value)
        found: set[str] = set()
        for origin in origins:
            if type(origin) is not Fn:
                return None
            unit = self._units[origin.file]
            inner = list(within(unit, origin.scope))
            makes = any(h[0] == CLASS and h[2] in inner for h in unit.interface.scopes)
            doings = [self._selves.named(origin.file, n) for n in inner if _gives_back(unit, n)]
            if makes or not doings or any(doing.is_open for doing in doings):
                return None
            found |= {name for doing in doings for name in doing.sets}
        return found if origins else None

    def methods(self, places: Iterable[Place]) -> set[str] | None:
        """What decorators set on the object of some methods; None: nobody knows."""
        found: set[str] = set()
        for place in places:
            told = self._sets(*place)
            if told is None:
                return None
            found |= told
        return found

    def _sets(self, file: int, scope: int) -> frozenset[str] | None:
        """The attributes that decorators set on the object of a method; None: nobody knows which."""
        found: set[str] = set()
        header = self._units[file].header(scope)
        for decorator in header.decorators:
            value = self._units[file].body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            for origin in self._evaluator.origins(file, header.parent, value):
                for place in self._functions(origin):
                    told = self._by(place)
                    if told is None:
                        return None
                    found |= told
        return frozenset(found)

    def _functions(self, origin: object) -> Iterator[Place]:
        """The functions that a decorator is made of."""
        if type(origin) is Fn:
            yield origin.file, origin.scope
        elif type(origin) is Cls:
            for base in (b for b in self._evaluator.members.mro(origin) if type(b) is Cls):
                yield from ((base.file, method) for method in self._evaluator.members.methods(base))

    def _by(self, place: Place) -> frozenset[str] | None:
        """What a function and those in it set on what they are given first, by itself or as `args[0]`."""
        if place not in self._set:
            file, scope = place
            unit = self._units[file]
            found: set[str] = set()
            is_open = False
            for inner in within(unit, scope):
                params = unit.header(inner).params
                mine = {form for row in params for form in (f"${row[0]}", ("[]", f"${row[0]}", ("=", 0)))}
                for kind, base, key, *_ in unit.body(inner).stores:
                    if kind == "attr" and base in mine:
                        is_open = is_open or type(key) is not str
                        found.add(str(key))
                found |= self._selves.named(file, inner).sets if params else set()
            self._set[place] = None if is_open else frozenset(found)
        return self._set[place]


def _gives_back(unit: Unit, scope: int) -> bool:
    """Whether a function returns what it is given first."""
    params = unit.header(scope).params
    return bool(params) and any(value == f"${params[0][0]}" for value, _ in unit.body(scope).returns)
