"""Asked: whether anything asks for a fixture, so that it ever runs; in doubt it does."""

from collections.abc import Callable, Iterator
from typing import Any

from isolint.facts import FUNCTION
from isolint.program.entry.roles import is_test_file
from isolint.program.testing.fixtures import Fixture, Fixtures
from isolint.program.testing.visible import CONFTEST
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Fn
from isolint.source.options import Runner

Finding = Callable[[int, int, str], Fn | None]


class Asked:
    """Looks for parameters and texts of the name of a fixture; `find` says which fixture a parameter means."""

    def __init__(
        self, evaluator: Evaluator, fixtures: Fixtures, runner: Runner, roles: tuple[str, ...], find: Finding
    ) -> None:
        self._units = evaluator.units
        self._surface = evaluator.surface
        self._fixtures = fixtures
        self._roles = roles
        self._suite = [n for n, role in enumerate(roles) if role == "test"]
        self._find = find
        kinds = evaluator.vocabulary.kinds
        self._asking = frozenset(r.path.rpartition(".")[2] for r in kinds.get("uses-fixtures", ()))
        rows = (*kinds.get("given-fixture", ()), *kinds.get("uses-fixtures", ()))
        self._known = frozenset(name for row in rows for name in (*row.keywords, *row.methods))
        self._known |= {name for options in runner.options for name in options.words("usefixtures")}
        self._texts: frozenset[str] | None = None
        self._open = False
        self._passes_on = False  # whether helpers ask for what others tell them, wherever these stand
        self._found: dict[tuple[int, int], bool] = {}

    def is_so(self, fixture: Fixture) -> bool:
        """Whether a fixture runs for some test."""
        if fixture.automatic or fixture.perhaps or fixture.name in self._known:
            return True  # libraries' fixtures ask for it
        key = (fixture.file, fixture.scope)
        found = self._found.get(key)
        if found is None:
            self._found[key] = False  # fixtures that only ask for each other
            found = any(self._asks(*at, fixture) for at in self._naming(fixture)) or self._is_told(fixture)
            self._found[key] = found
        return found

    def _naming(self, fixture: Fixture) -> Iterator[tuple[int, int, str]]:
        """The functions that have a parameter of the name of a fixture, or of another one that it is imported by."""
        names = self._surface.aliased(frozenset([fixture.name]))
        for file in self._surface.mentioning(*names):
            for scope, header in enumerate(self._units[file].interface.scopes):
                if header[0] == FUNCTION:
                    yield from ((file, scope, row[0]) for row in header[6] if row[0] in names)

    def _asks(self, file: int, scope: int, name: str, fixture: Fixture) -> bool:
        """Whether a function with such a parameter may be given the fixture.

        What a fixture asks for is looked for from the test, which may see a nearer one than the fixture does.
        """
        other = self._fixtures.defined(file).get(scope)
        if (file, scope) == (fixture.file, fixture.scope) or (other is None and self._roles[file] != "test"):
            return False
        meant = self._find(file, scope, name)
        another = meant is not None and (meant.file, meant.scope) != (fixture.file, fixture.scope)
        if another and (other is None or self._is_above(fixture, file)):
            return False
        return other is None or self.is_so(other)

    def _is_above(self, fixture: Fixture, file: int) -> bool:
        """Whether a fixture stands where no test that uses a file finds it sooner than the file does."""
        folder, _, name = self._units[fixture.file].path.rpartition("/")
        beneath = not folder or self._units[file].path.startswith(f"{folder}/")
        return beneath and name == CONFTEST and fixture.owner < 0

    def _is_told(self, fixture: Fixture) -> bool:
        """Whether something may ask for a fixture by a text, or those who may ask are not in sight."""
        if self._texts is None:
            self._open = any(not self._units[file].interface.scopes for file in self._suite)  # that cannot be read
            asking = [n for n in self._suite if not self._asking.isdisjoint(self._units[n].interface.mentions)]
            told = {text for file in asking for text in self._said(file)}
            others = self._suite if self._passes_on else ()
            self._texts = frozenset(told.union(*[self._said(file) for file in others]))
        return self._open or fixture.name in self._texts or self._is_alone(fixture.file)

    def _said(self, file: int) -> Iterator[str]:
        """The texts that the calls of a file are given; what is asked for by a name that is made up may be anything."""
        unit = self._units[file]
        for scope in range(len(unit.interface.scopes)):
            for name, (_, arguments, keywords, *_) in zip(unit.callees(scope), unit.body(scope).calls, strict=True):
                given = (*arguments, *[v for _, v in keywords])
                if name in self._asking:
                    self._open |= any(_is_made_up(value) for value in given)
                    self._passes_on |= not _has_tests(unit.path) and any(type(value) is str for value in given)
                for value in given:
                    yield from _texts(value)
            for value in unit.header(scope).bindings.values():
                yield from _texts(value)

    def _is_alone(self, file: int) -> bool:
        """Whether no tests are known of those that see what a conftest has."""
        folder, _, name = self._units[file].path.rpartition("/")
        if name != CONFTEST:
            return False
        below = (self._units[n].path for n in self._suite)
        near = (path for path in below if not folder or path.startswith(f"{folder}/"))
        return not any(map(_has_tests, near))


def _has_tests(path: str) -> bool:
    return is_test_file(path) and path.rpartition("/")[2] != CONFTEST


def _is_made_up(value: Any) -> bool:
    """Whether a name is neither written out nor a parameter, whose values are written out."""
    if type(value) is tuple and value[:1] in (("=",), ("*",), ("list",), ("tuple",)):
        return value[0] != "=" and any(_is_made_up(inner) for inner in value[1:])
    return type(value) is not str


def _texts(value: Any) -> Iterator[str]:
    """The strings in a value."""
    stack = [value]
    while stack:
        each = stack.pop()
        if type(each) is tuple and each:
            if each[0] == "=":
                if type(each[1]) is str:
                    yield each[1]
            elif each[0] not in ("import", "def"):
                stack += each
