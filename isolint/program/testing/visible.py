"""Visible: which fixtures a test or fixture can ask for, the nearest first."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.program.testing.fixtures import Fixture, Fixtures
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls
from isolint.source.options import ENTRY_POINTS, Runner

CONFTEST: Final = "conftest.py"


class Visible:
    """Fixtures by class, module, conftest chain and plugins; the names that libraries give stand apart."""

    def __init__(self, evaluator: Evaluator, fixtures: Fixtures, runner: Runner) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._fixtures = fixtures
        self._runner = runner
        self._conftests = {u.folder: n for n, u in enumerate(self._units) if _name(u.path) == CONFTEST}
        self._plugins: tuple[int, ...] | None = None
        self._elsewhere: dict[str, Fixture] | None = None
        self._above: dict[tuple[int, int], tuple[dict[str, Fixture], ...]] = {}

    def layers(self, file: int, owner: int) -> tuple[dict[str, Fixture], ...]:
        """Fixtures by name: of the class and its bases, the module, the folders above, the plugins."""
        key = (file, owner)
        found = self._above.get(key)
        if found is None:
            files = [file, *self._folders(self._units[file].folder, file), *self.loaded()]
            modules = [self._fixtures.of_module(f) for f in dict.fromkeys(files)]
            found = self._above[key] = tuple(layer for layer in (*self._classes(file, owner), *modules) if layer)
        return found

    def elsewhere(self, name: str) -> Fixture | None:
        """A fixture of a module that nothing is known to load: somebody does, or the test could not run."""
        if self._elsewhere is None:
            self._elsewhere = {}
            for file in self._fixtures.defining():
                base = _name(self._units[file].path)
                if base != CONFTEST and not base.startswith("test_"):
                    for fixture in self._fixtures.defined(file).values():
                        if fixture.owner < 0:
                            self._elsewhere.setdefault(fixture.name, fixture)
        return self._elsewhere.get(name)

    def _classes(self, file: int, owner: int) -> Iterator[dict[str, Fixture]]:
        while owner >= 0:
            merged: dict[str, Fixture] = {}
            for base in self._evaluator.members.mro(Cls(file, owner)):
                if type(base) is Cls:
                    merged = self._fixtures.of_class(base.file, base.scope) | merged
            yield merged
            owner = self._units[file].owner(owner)

    def _folders(self, folder: str, file: int) -> list[int]:
        found = []
        while True:
            conftest = self._conftests.get(folder)
            if conftest is not None and conftest != file:
                found.append(conftest)
            if not folder:
                return found
            folder = folder.rpartition("/")[0]

    def loaded(self) -> tuple[int, ...]:
        """The files that are loaded as plugins, whose fixtures every test sees."""
        if self._plugins is None:
            self._plugins = tuple(self._load())
        return self._plugins

    def _load(self) -> dict[int, None]:
        """The files named as plugins: by settings, entry points, arguments and modules, and by those files again."""
        named = [("", m) for m in (*self._runner.plugins, *self._declared())]
        for options in self._runner.options:
            given = options.arguments
            named += [(options.folder, m) for before, m in zip(("", *given), given, strict=False) if before == "-p"]
            named += [(options.folder, a[2:]) for a in given if a.startswith("-p") and a != "-p"]
        pending = [f for folder, m in named if (f := self._evaluator.modules.find(folder, m)) is not None]
        words = self._evaluator.vocabulary.names("plugins-name")
        asking = [n for n in self._evaluator.surface.mentioning(*words) if _asks(self._units[n].path)]
        pending += [f for n in asking for f in self._named(n, words)]
        found: dict[int, None] = {}
        while pending:
            file = pending.pop(0)
            if file not in found:
                found[file] = None
                pending += self._named(file, words)
        return found

    def _named(self, file: int, words: frozenset[str]) -> list[int]:
        """The modules that a module's `pytest_plugins` names."""
        unit = self._units[file]
        bindings = unit.header(0).bindings if unit.interface.scopes else {}
        told = [text for word in words & bindings.keys() for text in _texts(bindings[word])]
        return [f for module in told if (f := self._evaluator.modules.find(unit.folder, module)) is not None]

    def _declared(self) -> list[str]:
        """The modules that the entry points of a setup.py name."""
        found: list[str] = []
        for unit in self._units:
            if _name(unit.path) == "setup.py" and unit.interface.scopes:
                for call in unit.body(0).calls:
                    tables = [v for k, v in call[2] if k == "entry_points" and type(v) is tuple and v[0] == "dict"]
                    rows = [text for t in tables for k, v in t[1:] if k == ("=", ENTRY_POINTS) for text in _texts(v)]
                    found += [row.partition("=")[2].partition(":")[0].strip() for row in rows]
        return found


def _asks(path: str) -> bool:
    base = _name(path)
    return base == CONFTEST or base.startswith("test_") or base.endswith("_test.py")


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _texts(value: Any) -> list[str]:
    """The strings of a display, or the one that a value is."""
    match value:
        case ("=", str(text)):
            return [text]
        case ("list" | "tuple" | "set" | ":" | "|" | "<-", *items):
            return [text for item in items for text in _texts(item)]
    return []
