"""Summoned: whether anybody calls a method, where the framework does not."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.facts import CLASS
from isolint.program.testing.classes import Classes
from isolint.program.testing.fixtures import Fixtures
from isolint.program.testing.hooks import Hooks, Place
from isolint.program.unit import Unit, handed, last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Arg, Cls, Fn


class _Named(NamedTuple):
    """Calls by a name: places of those on the own object, by class, and (file, scope, call) of all others."""

    own: dict[Cls, list[tuple[int, int]]]
    others: list[tuple[int, int, int]]


class Summoned:
    """Looks for callers by name; a call on something unknown counts where the class is known by name."""

    def __init__(self, evaluator: Evaluator, classes: Classes, hooks: Hooks, fixtures: Fixtures) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._classes = classes
        self._hooks = hooks
        self._fixtures = fixtures
        self._memory: dict[str, _Named] = {}

    def is_called(self, cls: Cls, file: int, scope: int, seen: frozenset[Place] = frozenset()) -> bool:
        """Whether a call reaches a method of a class from something that runs.

        That a test calls a hook on an object that it made itself does not make it run for other tests.
        """
        name = self._units[file].header(scope).name
        family = self._family(cls)
        is_base = any(self._classes.is_named(heir) for heir in family) or self._is_told(cls)
        by_framework = is_base and name in self._hooks.every()
        for number, where in self._calls(family, file, scope):
            if by_framework and self._is_elsewhere(number, where, family):
                continue
            if self._runs(number, where, seen | {(file, scope)}):
                return True
        return False

    def is_called_elsewhere(self, cls: Cls, file: int, scope: int) -> bool:
        """Whether something outside of a class, its bases and subclasses may call a method of it."""
        name = self._units[file].header(scope).name
        family = self._family(cls)
        return any(
            self._class_around(number, where) not in family
            and self._reaches(number, where, call, (file, scope), family, told=True)
            for number, where, call in self._named(name).others
        )

    def _family(self, cls: Cls) -> set[Cls]:
        """A class, its subclasses, and the bases of all of them."""
        return {base for heir in (cls, *self._classes.below(cls)) for base in self._classes.known(heir)}

    def _calls(self, family: set[Cls], file: int, scope: int) -> Iterator[tuple[int, int]]:
        """The functions that call, or hand on, a method of a family of classes."""
        name = self._units[file].header(scope).name
        titles = {self._units[c.file].header(c.scope).name for c in family}
        named = self._named(name)
        for cls in family:
            yield from named.own.get(cls, ())
        for number, where, call in named.others:
            unit = self._units[number]
            told = unit.path.endswith("conftest.py") or not titles.isdisjoint(unit.interface.mentions)
            if self._reaches(number, where, call, (file, scope), family, told=told):
                yield number, where

    def _named(self, name: str) -> "_Named":
        """The calls by a name, those on the object of a class by that class: in a large suite there are very many."""
        found = self._memory.get(name)
        if found is None:
            found = self._memory[name] = _Named({}, [])
            for number in self._evaluator.surface.mentioning(name):
                for where, call in self._units[number].calls_named(name):
                    around = self._class_around(number, where)
                    if around is not None and self._is_all_own(number, where, call, name):
                        found.own.setdefault(around, []).append((number, where))
                    else:
                        found.others.append((number, where, call))
        return found

    def _is_all_own(self, file: int, where: int, call: int, name: str) -> bool:
        """Whether all by a name in a call is of the object whose method it stands in."""
        unit = self._units[file]
        values = unit.body(where).calls[call]
        spoken = [value for value in (values[0], *handed(values)) if last_name(value) == name]
        return all(_is_own(unit, where, receiver(value)) for value in spoken)

    def _is_told(self, cls: Cls) -> bool:
        """Whether a row says that a class of the program is a base of tests."""
        return self._evaluator.meaning.has_kind(cls, "test-base")

    def _is_elsewhere(self, file: int, where: int, family: set[Cls]) -> bool:
        """Whether a function stands outside of a family of classes and is no fixture."""
        unit, around = self._units[file], self._class_around(file, where)
        if around in family or unit.path.endswith("conftest.py"):
            return False
        at = where
        while at > 0:
            if at in self._fixtures.defined(file):
                return False
            at = unit.header(at).parent
        return True

    def _reaches(self, file: int, where: int, call: int, to: tuple[int, int], family: set[Cls], *, told: bool) -> bool:
        """Whether a call may be one of a function, on an object of the family."""
        unit = self._units[file]
        values = unit.body(where).calls[call]
        name = self._units[to[0]].header(to[1]).name
        for value in (values[0], *handed(values)):
            if last_name(value) != name:
                continue
            around = self._class_around(file, where)
            if _is_own(unit, where, receiver(value)) and around is not None:
                if around in family:
                    return True
                continue
            origins = self._evaluator.origins(file, where, value)
            if any(type(o) is Fn and (o.file, o.scope) == to for o in origins):
                return True
            if told and all(type(o) is Arg for o in origins):
                return True
        return False

    def _runs(self, file: int, where: int, seen: frozenset[Place]) -> bool:
        """Whether the function that a call stands in runs itself: not where it is a hook that never does.

        Hooks of which each is called by the next of `seen` alone do not run.
        """
        at = self._method_around(file, where)
        if (file, at) in seen:
            return False
        around = self._class_around(file, where)
        if at < 0 or around is None or not self._is_lost(around, file, at):
            return True
        return self.is_called(around, file, at, seen)

    def _is_lost(self, cls: Cls, file: int, scope: int) -> bool:
        """Whether a method is a hook whose coroutine nobody awaits, or is only called like one."""
        name = self._units[file].header(scope).name
        if not self._hooks.alike(name) or not self._hooks.is_idle(file, scope):
            return False
        return not any(self._hooks.awaits(c, name) for c in (cls, *self._classes.below(cls)))

    def _method_around(self, file: int, scope: int) -> int:
        unit = self._units[file]
        while scope > 0 and unit.owner(scope) < 0:
            scope = unit.header(scope).parent
        return scope if scope > 0 else -1

    def _class_around(self, file: int, scope: int) -> Cls | None:
        unit = self._units[file]
        if unit.header(scope).kind == CLASS:
            return Cls(file, scope)
        at = self._method_around(file, scope)
        return Cls(file, unit.owner(at)) if at > 0 else None


def _is_own(unit: Unit, scope: int, on: Any) -> bool:
    """Whether something is the method's own object, or `super()`."""
    if type(on) is int:
        return last_name(unit.body(scope).calls[on][0]) == "super"
    if on is None:
        return unit.header(scope).kind == CLASS
    return type(on) is str and on in {"$self", "$cls", "self", "cls", unit.own(scope) and f"${unit.own(scope)}"}
