"""Reach: which functions run for a test."""

from typing import Any, Final

from isolint.facts import CLASS, FUNCTION
from isolint.program.testing.inside import Inside
from isolint.program.testing.suites import Suites
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Fn, Obj

DEEP: Final = 4
WIDE: Final = 60
TOLD: Final = ((".",), ("import",))
STARTING: Final = ("__init__", "__enter__", "__aenter__")


class Reach:
    """What is in reach of a test: its own body, its fixtures, hooks, bases and the helpers they call."""

    def __init__(self, evaluator: Evaluator, suites: Suites, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._suites = suites
        self._roles = roles
        self.calls = Inside(evaluator, roles)
        self._nested: dict[int, dict[int, list[int]]] = {}
        self._reached: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._named: dict[tuple[int, int], dict[str, tuple[Cls | Fn, ...]]] = {}
        self._methods: dict[Cls, tuple[tuple[int, int], ...]] = {}
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
            following: list[tuple[int, int]] = []
            for at in level:
                for other in self._called.get(at) or self.next(*at):
                    if other not in seen:
                        seen[other] = None
                        following.append(other)
            level = following
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
            found = self._called[key] = tuple(dict.fromkeys(self._following(file, scope)))
        return found

    def _following(self, file: int, scope: int) -> list[tuple[int, int]]:
        unit = self._units[file]
        steps = [(file, s) for s in self.inside(file, scope)[1:] if unit.header(s).kind == FUNCTION]
        if self._suites.is_fixture(file, scope):
            steps += [(f.file, f.scope) for f in self._suites.used(file, scope)]
        home, own = self._home(file, scope)
        free, mine, held = self._known(file, home), self._known(file, own[1]), self._known(file, scope)
        for call in unit.body(scope).calls:
            callee = call[0]
            started: list[tuple[int, int]] = []
            for value in (callee, *call[1], *[v for _, v in call[2]]) if call[2] else (callee, *call[1]):
                if type(value) is str:
                    known = free if value[0] != "$" else mine if value.startswith(own[0]) else held
                    helpers = known.get(value)
                    if helpers is None:
                        helpers = known[value] = self._looked_up(file, scope, value)
                elif type(value) is tuple and value[:1] in TOLD:
                    helpers = self._looked_up(file, scope, value)
                else:
                    continue
                for helper in helpers:
                    if type(helper) is Fn:
                        steps.append((helper.file, helper.scope))
                    elif value is callee and type(value) is str and isinstance(helper, Cls):
                        started += self._starting(helper)
            steps += started
        return steps

    def _known(self, file: int, scope: int) -> dict[str, tuple[Cls | Fn, ...]]:
        """What paths lead to that are seen from a scope, as far as somebody has asked."""
        return self._named.setdefault((file, scope), {})

    def _home(self, file: int, scope: int) -> tuple[int, tuple[str, int]]:
        """Scopes in which paths mean the same for several functions: of free names, and of the own object's attributes.

        The latter with what those paths begin with.
        """
        unit = self._units[file]
        header, owner = unit.header(scope), unit.owner(scope)
        at = header.parent
        while at > 0 and unit.header(at).kind == CLASS:
            at = unit.header(at).parent
        bound = owner >= 0 and header.params and not header.decorators and not header.name.startswith("__")
        return (scope if at > 0 else 0), (f"${header.params[0][0]}.", owner) if bound else ("$.", scope)

    def _looked_up(self, file: int, scope: int, value: Any) -> tuple[Cls | Fn, ...]:
        if type(value) is str and not self.calls.leads(file, scope, value):
            return ()
        origins = self._evaluator.origins(file, scope, value)
        return tuple([o for o in origins if (type(o) is Fn or type(o) is Cls) and self._roles[o.file] != "application"])

    def _starting(self, cls: Cls) -> tuple[tuple[int, int], ...]:
        """The methods that run where an object of a class is made and entered."""
        found = self._methods.get(cls)
        if found is None:
            made = (Obj(cls, None),)
            held = [o for n in STARTING for o in self._evaluator.attribute(made, n)]
            found = self._methods[cls] = tuple([(o.file, o.scope) for o in held if type(o) is Fn])
        return found
