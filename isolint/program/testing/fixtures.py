"""Fixtures: which ones a file defines, and how wide each is."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from isolint.facts import CLASS, FUNCTION
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Const, Fn

WIDTHS: Final = ("function", "class", "module", "package", "session")


class Fixture(NamedTuple):
    """A function that gives something to tests.

    `width` is one of WIDTHS, or empty where only the run tells; `owner` is the class that it stands in, or -1;
    `perhaps`: only the run tells whether it is automatic.
    """

    name: str
    file: int
    scope: int
    width: str
    automatic: bool
    parametrised: bool
    owner: int
    perhaps: bool = False

    @property
    def wide(self) -> bool:
        """Whether several tests may share what it gives."""
        return self.width not in {"", "function"}


class Fixtures:
    """The fixtures of files, by decorator or by a call that makes a fixture of a function."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._names = evaluator.vocabulary.heads("fixture")
        self._defined: dict[int, dict[int, Fixture]] = {}
        self._bound: dict[int, dict[str, Fixture]] = {}

    def defining(self) -> Sequence[int]:
        """The files that may define fixtures."""
        return self._evaluator.surface.mentioning(*self._names)

    def defined(self, file: int) -> dict[int, Fixture]:
        """The fixtures that a file defines, by scope."""
        found = self._defined.get(file)
        if found is None:
            found = self._defined[file] = {}
            unit = self._units[file]
            if self._names.isdisjoint(unit.interface.mentions):
                return found
            for scope in range(1, len(unit.interface.scopes)):
                header = unit.header(scope)
                for decorator in header.decorators if header.kind == FUNCTION else ():
                    fixture = self._made(file, header.parent, decorator, scope, header.name)
                    if fixture:
                        found[scope] = fixture
                        break
            for name, value in unit.header(0).bindings.items():
                if type(value) is int and (fixture := self._wrapped(file, name, value)):
                    found[fixture.scope] = fixture
        return found

    def is_awaited(self, file: int, scope: int) -> bool:
        """Whether a decorator of a fixture awaits the coroutine that it makes."""
        header = self._units[file].header(scope)
        for decorator in header.decorators:
            value = self._units[file].body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            for origin in self._evaluator.origins(file, header.parent, value):
                if any(row.awaits for row in self._evaluator.meaning.rows(origin, "fixture")):
                    return True
        return False

    def of_class(self, file: int, owner: int) -> dict[str, Fixture]:
        """The fixtures that stand in a class."""
        return {f.name: f for f in self.defined(file).values() if f.owner == owner}

    def of_module(self, file: int) -> dict[str, Fixture]:
        """The fixtures that a module defines or imports, by the name that tests ask for."""
        found = self._bound.get(file)
        if found is None:
            found = self._bound[file] = {}
            unit = self._units[file]
            if not unit.interface.scopes:
                return found
            for level, module in unit.interface.stars:
                found |= self._starred(file, level, module)
            for name, value in unit.header(0).bindings.items():
                if fixture := self._named(file, name, value):
                    found[fixture.name if fixture.name != self._own_name(fixture) else name] = fixture
            for fixture in self.defined(file).values():
                if unit.header(fixture.scope).parent == 0:
                    found.setdefault(fixture.name, fixture)
        return found

    def _own_name(self, fixture: Fixture) -> str:
        return self._units[fixture.file].header(fixture.scope).name

    def _named(self, file: int, name: str, value: Any) -> Fixture | None:
        """The fixture that a module's name is bound to."""
        while type(value) is tuple and value and value[0] == ":":
            value = value[1]
        if type(value) is tuple and value[:1] == ("def",):
            return self.defined(file).get(value[1])
        if type(value) is int:
            return next((f for f in self.defined(file).values() if f.name == name), None)
        if type(value) is tuple and value and value[0] == "import" and value[3] is not None:
            target = self._evaluator.names.definition(file, name)
            return self._named(target[0], value[3], target[1]) if target and target[0] != file else None
        if type(value) is str and not value.startswith("$") and self.defined(file):
            other = self._units[file].header(0).bindings.get(value)
            return self._named(file, value, other) if other is not None and other != value else None
        return None

    def _starred(self, file: int, level: int, module: str) -> dict[str, Fixture]:
        found: dict[str, Fixture] = {}
        self._bound.setdefault(file, found)
        for target in self._evaluator.names.imported(file, level, module, None):
            inner = getattr(target, "file", None)
            if inner is not None and inner != file:
                found |= {n: f for n, f in self.of_module(inner).items() if not n.startswith("_")}
        return found

    def _made(self, file: int, parent: int, value: Any, scope: int, default: str) -> Fixture | None:
        """The fixture that a decorator makes of a function."""
        call = self._units[file].body(parent).calls[value] if type(value) is int else (value, (), ())
        if last_name(call[0]) not in self._names:
            return None
        origins = self._evaluator.origins(file, parent, call[0])
        if not any(self._evaluator.meaning.has_kind(o, "fixture") for o in origins):
            return None
        given = {k: v for k, v in call[2] if k}
        name = self._constant(file, parent, given.get("name"))
        always = self._constant(file, parent, given.get("autouse")) is True
        seldom = self._conditional(file, parent, value)
        return Fixture(
            name=name if isinstance(name, str) else default,
            file=file,
            scope=scope,
            width=self._width(file, parent, given.get("scope", ("=", "function"))),
            automatic=always and not seldom,
            parametrised="params" in given,
            owner=parent if self._units[file].header(parent).kind == CLASS else -1,
            perhaps=(seldom or not always) and given.get("autouse", ("=", False)) != ("=", False),
        )

    def _conditional(self, file: int, parent: int, value: Any) -> bool:
        """Whether a call is made under a condition, which holds seldom: on a platform, under a tracer."""
        body = self._units[file].body(parent)
        region = body.calls[value][5] if type(value) is int else 0
        while region:
            kind, region, _ = body.regions[region]
            if kind == "if":
                return True
        return False

    def _wrapped(self, file: int, name: str, number: int) -> Fixture | None:
        """The fixture of `name = fixture(function)` and of `name = fixture(scope=..)(function)`."""
        callee, arguments, *_ = self._units[file].body(0).calls[number]
        maker = callee if type(callee) is int else number
        inner = self._units[file].body(0).calls[maker][0]
        if not arguments or last_name(inner) not in self._names:
            return None
        for origin in self._evaluator.origins(file, 0, arguments[0]):
            if type(origin) is Fn and origin.file == file:
                return self._made(file, 0, maker, origin.scope, name)
        return None

    def _width(self, file: int, parent: int, value: Any) -> str:
        told = self._constant(file, parent, value)
        return told if told in WIDTHS else ""

    def _constant(self, file: int, scope: int, value: Any) -> Any:
        if type(value) is tuple and value and value[0] == "=":
            return value[1]
        if type(value) is not str:
            return None
        return next((o.value for o in self._evaluator.origins(file, scope, value) if type(o) is Const), None)
