"""Suites: the static model of tests: which functions are tests, which fixtures and hooks they see."""

from isolint.facts import CLASS, FUNCTION
from isolint.program.entry.roles import is_test_file
from isolint.program.testing.asked import Asked
from isolint.program.testing.attributes import Attributes
from isolint.program.testing.classes import Classes
from isolint.program.testing.fixtures import Fixture, Fixtures
from isolint.program.testing.hooks import Hooks
from isolint.program.testing.marks import Mark, Marks
from isolint.program.testing.requested import Requested
from isolint.program.testing.summoned import Summoned
from isolint.program.testing.visible import CONFTEST, Visible
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origins
from isolint.source.options import Runner


class Suites:
    """Tests, fixtures along the conftest chain, hooks and markers."""

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...], runner: Runner) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._roles = roles
        self._definitions = Fixtures(evaluator)
        self._visible = Visible(evaluator, self._definitions, runner)
        self._marks = Marks(evaluator, self._visible)
        self._requested = Requested(evaluator, self._visible, self._marks, runner)
        self._parts: dict[int, dict[int, str]] = {}
        self._tests: dict[int, dict[int, None]] = {}
        self._everywhere: dict[int, bool] = {}
        self.classes = Classes(evaluator, roles, runner, self._definitions)
        self.lifecycle = Hooks(evaluator, self.classes, self._definitions)
        self.attributes = Attributes(evaluator, self.classes, self.lifecycle, self._definitions, roles)
        self.summoned = Summoned(evaluator, self.classes, self.lifecycle, self._definitions)
        self._asked = Asked(evaluator, self._definitions, runner, roles, self.find)
        evaluator.fixture = self.given

    def is_test(self, file: int, scope: int) -> bool:
        """Whether pytest or unittest would run a function."""
        return scope in self._tests_of(file)

    def _is_test(self, file: int, scope: int) -> bool:
        unit = self._units[file]
        header = unit.header(scope)
        if not self.classes.options(file).matches("python_functions", header.name, ("test",)):
            return False
        if self.is_fixture(file, scope):
            return False
        if header.parent == 0:
            return True
        parent = unit.header(header.parent)
        owner = Cls(file, header.parent)
        return parent.kind == CLASS and (parent.name.startswith("Test") or self.classes.is_named(owner))

    def is_test_class(self, cls: Cls) -> bool:
        """Whether a class is one of a test framework's, by its bases."""
        return bool(self.classes.rows(cls))

    def has_unknown_base(self, cls: Cls) -> bool:
        """Whether a class inherits from something of which nobody knows what it sets up."""
        return self.classes.has_unknown_base(cls)

    def tests(self, file: int) -> list[int]:
        """The tests of a file."""
        return list(self._tests_of(file))

    def _tests_of(self, file: int) -> dict[int, None]:
        found = self._tests.get(file)
        if found is None:
            scopes = self._units[file].interface.scopes if self.classes.holds_tests(file) else ()
            functions = [n for n, header in enumerate(scopes) if header[0] == FUNCTION]
            found = self._tests[file] = dict.fromkeys(n for n in functions if self._is_test(file, n))
        return found

    def parts(self, file: int) -> dict[int, str]:
        """The functions of a file that a test framework runs: scope -> `test`, `fixture` or `hook`."""
        found = self._parts.get(file)
        if found is None:
            found = dict.fromkeys(self.tests(file), "test")
            found |= dict.fromkeys(self._definitions.defined(file), "fixture")
            found |= dict.fromkeys(self.hooked(file) - found.keys(), "hook")
            self._parts[file] = found
        return found

    def fixture(self, file: int, scope: int) -> Fixture | None:
        """What is known of a function that is a fixture."""
        return self._definitions.defined(file).get(scope)

    def defined(self, file: int) -> tuple[Fixture, ...]:
        """The fixtures that a file defines."""
        return tuple(self._definitions.defined(file).values())

    def is_asked(self, file: int, scope: int) -> bool:
        """Whether a fixture runs for some test, as far as anybody knows."""
        fixture = self.fixture(file, scope)
        return fixture is None or self._asked.is_so(fixture)

    def is_plugin(self, file: int) -> bool:
        """Whether a file is loaded as a plugin, so that every test sees its fixtures."""
        return file in self._visible.loaded()

    def is_everywhere(self, file: int) -> bool:
        """Whether all tests that run together see the fixtures of a file: a plugin, or a conftest above them all."""
        found = self._everywhere.get(file)
        if found is None:
            found = self._everywhere[file] = self.is_plugin(file) or self._is_above(file)
        return found

    def _is_above(self, file: int) -> bool:
        """Whether a file is a conftest above all tests that run together."""
        folder, _, name = self._units[file].path.rpartition("/")
        if name != CONFTEST:
            return False
        root = self.classes.options(file).folder
        tests = [n for n, unit in enumerate(self._units) if is_test_file(unit.path)]
        beside = (n for n in tests if folder and not self._units[n].path.startswith(f"{folder}/"))
        return not any(self.classes.options(n).folder == root for n in beside)

    def everywhere(self, file: int) -> tuple[str, ...]:
        """The fixtures that settings give to all tests of a file."""
        return self._requested.everywhere(file)

    def is_fixture(self, file: int, scope: int) -> bool:
        """Whether a function is a fixture."""
        return scope in self._definitions.defined(file)

    def find(self, file: int, scope: int, name: str) -> Fn | None:
        """The fixture that a test or fixture means by a parameter."""
        owner = self._units[file].owner(scope)
        for layer in self._visible.layers(file, owner):
            fixture = layer.get(name)
            if fixture is not None and (fixture.file, fixture.scope) != (file, scope):
                return self._function(fixture, file, owner)
        other = None if name in self._requested.given else self._visible.elsewhere(name)
        return self._function(other, file, owner) if other and (other.file, other.scope) != (file, scope) else None

    def visible(self, file: int, scope: int) -> dict[str, Fixture]:
        """The fixtures of the program that a test or fixture may ask for, by name; of each name the nearest."""
        layers = self._visible.layers(file, self._units[file].owner(scope))
        found = {name: fixture for layer in layers[::-1] for name, fixture in layer.items()}
        return {name: f for name, f in found.items() if (f.file, f.scope) != (file, scope)}

    def used(self, file: int, scope: int) -> list[Fn]:
        """The fixtures that a test or fixture asks for: by parameter, by `usefixtures`, or automatic."""
        names = self._requested.directly(file, scope, test=self.is_test(file, scope))
        return list(dict.fromkeys(f for name in names if (f := self.find(file, scope, name))))

    def closure(self, file: int, scope: int) -> list[Fn]:
        """The fixtures of the program that run for a test, those that fixtures ask for too."""
        owner = self._units[file].owner(scope)
        found = self._requested.all(file, scope).values()
        return [self._function(f, file, owner) for f in found if isinstance(f, Fixture)]

    def names(self, file: int, scope: int, at: tuple[int, int] | None = None) -> frozenset[str]:
        """The names of all fixtures that run for a test, libraries' too, but those that begin with an underscore.

        `at` is the file and class, or -1, that the test is collected in, where that inherits or imports it.
        """
        return frozenset(n for n in self._requested.all(file, scope, at) if not n.startswith("_"))

    def marks(self, file: int, scope: int) -> tuple[Mark, ...]:
        """The markers of a test, with the calls that say their arguments."""
        return self._marks.of(file, scope)

    def markers(self, file: int, scope: int) -> frozenset[str]:
        """The names of the markers of a test: its own, its class's and its module's."""
        return frozenset(mark.name for mark in self._marks.of(file, scope))

    def _function(self, fixture: Fixture, file: int, owner: int) -> Fn:
        """A fixture as a function, bound to the class whose test asks for it."""
        return Fn(fixture.file, fixture.scope, Obj(Cls(file, owner), None) if fixture.owner >= 0 <= owner else None)

    def given(self, file: int, scope: int, name: str) -> Origins:
        """What a fixture gives to a parameter of a test or fixture."""
        if self._roles[file] == "application" and not self._definitions.defined(file):
            return ()
        if not (self.is_test(file, scope) or self.is_fixture(file, scope)):
            return ()
        fixture = self.find(file, scope, name)
        if fixture is None:
            row = self._requested.given.get(name)
            return (Ext(row.path),) if row else ()
        return self._evaluator.calls.returned(fixture, None)

    def hooks(self, file: int, scope: int) -> list[tuple[int, int]]:
        """The set-up functions that really run before a test, in their order."""
        return self.lifecycle.before(file, scope)

    def awaits_fixture(self, file: int, scope: int) -> bool:
        """Whether a decorator awaits the fixture that it makes of a coroutine function."""
        return self._definitions.is_awaited(file, scope)

    def cleanups(self, file: int, scope: int) -> list[tuple[int, int]]:
        """The functions that really run after a test: tear-down hooks, and what was told to run then."""
        return self.lifecycle.after(file, scope, [(f.file, f.scope) for f in self.closure(file, scope)])

    def hooked(self, file: int) -> set[int]:
        """The functions of a file that have the name of a hook where one is looked for."""
        return self.lifecycle.standing(file)
