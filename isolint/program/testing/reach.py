"""Reach: which functions run for a test."""

from typing import Any, Final

from isolint.facts import FUNCTION
from isolint.program.testing.suites import Suites
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Fn, Obj, Site

DEEP: Final = 4
WIDE: Final = 60


class Reach:
    """What is in reach of a test: its own body, its fixtures, hooks, bases and the helpers they call."""

    def __init__(self, evaluator: Evaluator, suites: Suites, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._suites = suites
        self._roles = roles
        self._nested: dict[int, dict[int, list[int]]] = {}
        self._reached: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._called: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}

    def of(self, file: int, scope: int) -> list[tuple[int, int]]:
        """The functions that run for a test, itself first."""
        key = (file, scope)
        found = self._reached.get(key)
        if found is None:
            found = self._reached[key] = self._followed(file, scope)
        return found

    def _followed(self, file: int, scope: int) -> list[tuple[int, int]]:
        first = [(file, scope), *self._suites.hooks(file, scope)]
        first += [(f.file, f.scope) for f in self._suites.used(file, scope)]
        seen = dict.fromkeys(first)
        level = list(seen)
        for _ in range(DEEP):
            following = [n for at in level for n in self.next(*at)]
            level = [n for n in dict.fromkeys(following) if n not in seen]
            seen |= dict.fromkeys(level)
            if not level or len(seen) > WIDE:
                break
        return list(seen)

    def inside(self, file: int, scope: int) -> list[int]:
        """A function and the functions that are defined in it."""
        children = self._nested.get(file)
        if children is None:
            children = self._nested[file] = {}
            for inner, header in enumerate(self._units[file].interface.scopes):
                children.setdefault(header[2], []).append(inner)
        found = [scope]
        for at in found:
            found += children.get(at, ())
        return found

    def next(self, file: int, scope: int) -> tuple[tuple[int, int], ...]:
        """What a function of a test suite runs next: nested functions, its fixtures, helpers of the suite."""
        key = (file, scope)
        found = self._called.get(key)
        if found is None:
            unit = self._units[file]
            steps = [(file, s) for s in self.inside(file, scope)[1:] if unit.header(s).kind == FUNCTION]
            if self._suites.is_fixture(file, scope):
                steps += [(f.file, f.scope) for f in self._suites.used(file, scope)]
            for number, call in enumerate(unit.body(scope).calls):
                for value in (call[0], *call[1], *[v for _, v in call[2]]):
                    if type(value) is str or (type(value) is tuple and value and value[0] in (".", "import")):
                        steps += self._functions(file, scope, value)
                for made in self._evaluator.calls.result(file, scope, number, None) if type(call[0]) is str else ():
                    if (
                        type(made) is Obj
                        and made.site == Site(file, scope, number)
                        and self._roles[made.cls.file] != "application"
                    ):
                        steps += self._members(made, "__init__", "__enter__", "__aenter__")
            found = self._called[key] = tuple(dict.fromkeys(steps))
        return found

    def _functions(self, file: int, scope: int, value: Any) -> list[tuple[int, int]]:
        return [
            (o.file, o.scope)
            for o in self._evaluator.origins(file, scope, value)
            if type(o) is Fn and self._roles[o.file] != "application"
        ]

    def _members(self, made: Obj, *names: str) -> list[tuple[int, int]]:
        return [(o.file, o.scope) for n in names for o in self._evaluator.attribute((made,), n) if type(o) is Fn]
