"""Suites: the static model of tests: which functions are tests, which fixtures and hooks they see."""

from typing import Any

from isolint.facts import CLASS, FUNCTION
from isolint.program.entry.roles import is_test_file
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origins


class Suites:
    """Tests, fixtures along the conftest chain, hooks and markers."""

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._roles = roles
        self._names = evaluator.vocabulary.heads("fixture")
        self._fixtures: dict[int, dict[str, int]] = {}
        self._everywhere: dict[str, tuple[int, int]] | None = None
        self._hooks = evaluator.vocabulary.names("test-hook")
        self._conftests = {u.folder: n for n, u in enumerate(self._units) if u.path.rpartition("/")[2] == "conftest.py"}
        evaluator.fixture = self.given

    def is_test(self, file: int, scope: int) -> bool:
        """Whether pytest or unittest would run a function."""
        unit = self._units[file]
        header = unit.header(scope)
        if header.kind != FUNCTION or not header.name.startswith("test") or not is_test_file(unit.path):
            return False
        if header.parent == 0:
            return True
        parent = unit.header(header.parent)
        return parent.kind == CLASS and (parent.name.startswith("Test") or self.is_test_class(Cls(file, header.parent)))

    def is_test_class(self, cls: Cls) -> bool:
        """Whether a class is one of a test framework's, by its bases."""
        return any(
            type(o) is Ext and self._evaluator.meaning.has_kind(o, "test-base")
            for o in self._evaluator.members.mro(cls)
        )

    def has_unknown_base(self, cls: Cls) -> bool:
        """Whether a class inherits from something of which nobody knows what it sets up."""
        bases = [o for o in self._evaluator.members.mro(cls) if isinstance(o, Ext)]
        return any(not self._evaluator.meaning.has_kind(o, "test-base") for o in bases)

    def tests(self, file: int) -> list[int]:
        """The tests of a file."""
        unit = self._units[file]
        if not is_test_file(unit.path):
            return []
        named = [n for n, header in enumerate(unit.interface.scopes) if header[1].startswith("test")]
        return [scope for scope in named if self.is_test(file, scope)]

    def fixtures(self, file: int) -> dict[str, int]:
        """The fixtures that a file defines: name -> scope."""
        found = self._fixtures.get(file)
        if found is None:
            found = self._fixtures[file] = {}
            unit = self._units[file]
            if self._names.isdisjoint(unit.interface.mentions):
                return found
            for scope in range(1, len(unit.interface.scopes)):
                header = unit.header(scope)
                for decorator in header.decorators if header.kind == FUNCTION else ():
                    name = self._fixture_name(file, header.parent, decorator, header.name)
                    if name:
                        found[name] = scope
        return found

    def _fixture_name(self, file: int, scope: int, decorator: Any, default: str) -> str:
        call = self._units[file].body(scope).calls[decorator] if type(decorator) is int else (decorator, (), ())
        if last_name(call[0]) not in self._names:
            return ""
        if not any(
            self._evaluator.meaning.has_kind(o, "fixture") for o in self._evaluator.origins(file, scope, call[0])
        ):
            return ""
        return next((v[1] for k, v in call[2] if k == "name" and type(v) is tuple and isinstance(v[1], str)), default)

    def is_fixture(self, file: int, scope: int) -> bool:
        """Whether a function is a fixture."""
        return scope in self.fixtures(file).values()

    def find(self, file: int, scope: int, name: str) -> Fn | None:
        """The fixture that a test or fixture means by a parameter."""
        owner = self._units[file].owner(scope)
        own = self.fixtures(file)
        if name in own and own[name] != scope:
            parent = self._units[file].header(own[name]).parent
            if parent in (0, owner):
                return Fn(file, own[name], Obj(Cls(file, owner), None) if parent else None)
        if owner >= 0:
            for base in self._evaluator.members.mro(Cls(file, owner)):
                if type(base) is Cls:
                    inner = self.fixtures(base.file).get(name)
                    if inner is not None and inner != scope and self._units[base.file].owner(inner) == base.scope:
                        return Fn(base.file, inner, Obj(Cls(file, owner), None))
        imported = self._visible(file, name)
        if imported:
            return imported
        folder = self._units[file].folder
        while True:
            conftest = self._conftests.get(folder)
            if conftest is not None:
                here = self._visible(conftest, name, but=(file, scope))
                if here:
                    return here
            if not folder:
                return self._plugin(name)
            folder = folder.rpartition("/")[0]

    def _visible(self, file: int, name: str, but: tuple[int, int] | None = None) -> Fn | None:
        """A fixture that a module defines or imports."""
        scope = self.fixtures(file).get(name)
        if scope is not None and (file, scope) != but:
            return Fn(file, scope, None)
        unit = self._units[file]
        if name not in unit.interface.mentions and not unit.interface.stars and name not in unit.header(0).bindings:
            return None
        for origin in self._evaluator.names.exported(file, name) or ():
            if type(origin) is Fn and self.is_fixture(origin.file, origin.scope):
                return origin
        return None

    def _plugin(self, name: str) -> Fn | None:
        """A fixture of a module that is no test file: what `pytest_plugins` and entry points bring in."""
        if self._everywhere is None:
            self._everywhere = {}
            for file, unit in enumerate(self._units):
                base = unit.path.rpartition("/")[2]
                if base == "conftest.py" or base.startswith("test_"):
                    continue
                for fixture, scope in self.fixtures(file).items():
                    if unit.owner(scope) < 0:
                        self._everywhere.setdefault(fixture, (file, scope))
        found = self._everywhere.get(name)
        return Fn(*found, None) if found else None

    def given(self, file: int, scope: int, name: str) -> Origins:
        """What a fixture gives to a parameter of a test or fixture."""
        if self._roles[file] == "application" and not self.fixtures(file):
            return ()
        if not (self.is_test(file, scope) or self.is_fixture(file, scope)):
            return ()
        fixture = self.find(file, scope, name)
        return self._evaluator.calls.returned(fixture, None) if fixture else ()

    def hooks(self, file: int, scope: int) -> list[tuple[int, int]]:
        """The set-up functions that run before a test, of its class and its bases."""
        unit = self._units[file]
        owner = unit.owner(scope)
        module = unit.header(0).bindings
        names = set(self._hooks)
        found = [(file, v[1]) for n in names if type(v := module.get(n)) is tuple and v[0] == "def"]
        if owner < 0:
            return found
        line = self._evaluator.members.mro(Cls(file, owner))
        for base in line:
            if type(base) is Ext:
                names |= {m for r in self._evaluator.meaning.rows(base, "test-base") for m in r.methods}
        for base in line:
            if type(base) is Cls:
                bindings = self._units[base.file].header(base.scope).bindings
                found += [(base.file, v[1]) for n in names if type(v := bindings.get(n)) is tuple and v[0] == "def"]
        return found

    def used(self, file: int, scope: int) -> list[Fn]:
        """The fixtures that a test or fixture asks for: by parameter, by `usefixtures`, or automatic."""
        unit = self._units[file]
        header = unit.header(scope)
        names = [row[0] for row in header.params if row[0] not in ("self", "cls")]
        owner = unit.owner(scope)
        decorated = [header, *([unit.header(owner)] if owner >= 0 else [])]
        for each in decorated:
            for decorator in each.decorators:
                if type(decorator) is int:
                    call = unit.body(each.parent).calls[decorator]
                    if last_name(call[0]) == "usefixtures":
                        names += [v[1] for v in call[1] if type(v) is tuple and v[0] == "="]
        mark = unit.header(0).bindings.get("pytestmark")
        for number in _calls_in(mark):
            call = unit.body(0).calls[number]
            if last_name(call[0]) == "usefixtures":
                names += [v[1] for v in call[1] if type(v) is tuple and v[0] == "="]
        for call in unit.body(scope).calls:
            if last_name(call[0]) == "getfixturevalue":
                names += [v[1] for v in call[1] if type(v) is tuple and v[0] == "="]
        found = [f for name in names if (f := self.find(file, scope, str(name)))]
        return found + (self.automatic(file, owner) if self.is_test(file, scope) else [])

    def automatic(self, file: int, owner: int) -> list[Fn]:
        """The fixtures with `autouse` that a test in this file and class sees."""
        files = [file]
        folder = self._units[file].folder
        while True:
            if folder in self._conftests:
                files.append(self._conftests[folder])
            if not folder:
                break
            folder = folder.rpartition("/")[0]
        found = []
        classes = [c for c in self._evaluator.members.mro(Cls(file, owner)) if type(c) is Cls] if owner >= 0 else []
        for each in dict.fromkeys([*files, *[c.file for c in classes]]):
            for scope in self.fixtures(each).values():
                parent = self._units[each].owner(scope)
                if (parent < 0 or Cls(each, parent) in classes) and self._is_automatic(each, scope):
                    found.append(Fn(each, scope, Obj(Cls(file, owner), None) if parent >= 0 else None))
        return found

    def _is_automatic(self, file: int, scope: int) -> bool:
        unit = self._units[file]
        header = unit.header(scope)
        calls = [unit.body(header.parent).calls[d] for d in header.decorators if type(d) is int]
        return any(k == "autouse" and v == ("=", True) for c in calls for k, v in c[2])

    def markers(self, file: int, scope: int) -> frozenset[str]:
        """The markers of a test: its own, its class's and its module's."""
        unit = self._units[file]
        found: set[str] = set()
        at = scope
        while at > 0:
            header = unit.header(at)
            found |= {self._marker(file, header.parent, d) for d in header.decorators}
            at = header.parent
        bindings = unit.header(0).bindings
        mark = bindings.get("pytestmark")
        values = mark[1:] if type(mark) is tuple and mark[0] in ("list", "tuple") else (mark,)
        found |= {self._marker(file, 0, v) for v in values}
        return frozenset(found - {""})

    def _marker(self, file: int, scope: int, value: Any) -> str:
        path = self._units[file].body(scope).calls[value][0] if type(value) is int else value
        if not isinstance(path, str) or ".mark." not in f".{path}":
            return ""
        return path.rpartition(".")[2]


def _calls_in(value: Any) -> list[int]:
    if type(value) is int:
        return [value]
    if type(value) is tuple and value and value[0] in ("list", "tuple"):
        return [v for v in value[1:] if type(v) is int]
    return []
