"""Runners: which tests of an area run the functions of a file, be they of another file."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from isolint.checks.e2e.placed_in import Placed, lies_in
from isolint.program import Program
from isolint.program.testing.fixtures import Fixture

CONFTEST: Final = "conftest.py"
Test = tuple[int, int]


class Runners:
    """Answers about files of a suite; a test is followed where somebody asks for what it may run."""

    def __init__(self, program: Program, area: str) -> None:
        self._program = program
        self._area = frozenset({area})
        self._placed = program.once(Placed)
        self._using = program.vocabulary.lasts("uses-fixtures")
        rows = [row for kind in ("uses-fixtures", "given-fixture") for row in program.vocabulary.kinds.get(kind, ())]
        self._unasked = frozenset(name for row in rows for name in (*row.keywords, *row.methods))  # libraries ask
        self._runs: dict[int, dict[Test, list[Test]]] = {}
        self._files: dict[Test, list[int]] = {}
        self._beside: dict[int, frozenset[int]] = {}

    def of(self, file: int, scope: int) -> Iterator[Test]:
        """The tests that run a function: of its own file, and of others if it is no test and lies in the area."""
        unit = self._program.units[file]
        if not self._program.suites.is_test(file, scope):
            for other in self._coming_by(file, scope):
                yield from self._run_by(other).get((file, scope), ())
        elif unit.calls_named(unit.header(scope).name):
            yield from self._run_by(file).get((file, scope), ())
        elif scope in self._placed.tests(file, self._area):
            yield file, scope

    def _run_by(self, file: int) -> dict[Test, list[Test]]:
        """What the tests of a file run."""
        found = self._runs.get(file)
        if found is None:
            found = self._runs[file] = {}
            for scope in self._placed.tests(file, self._area) if self._program.roles[file] == "test" else ():
                for at in self._program.reach.of(file, scope):
                    found.setdefault(at, []).append((file, scope))
        return found

    def _coming_by(self, file: int, scope: int) -> list[int]:
        """The files whose tests count and may run a function."""
        found = self._files.get((file, scope))
        if found is None:
            near = self._near(file) if lies_in(self._program, file, self._area) else {file}
            fixture = self._program.suites.fixture(file, scope)
            found = self._files[file, scope] = sorted(near.intersection(self._asking(fixture)) if fixture else near)
        return found

    def _asking(self, fixture: Fixture) -> AbstractSet[int]:
        """The files that may come by what a file defines because they ask for a fixture of it."""
        suites, surface, unit = self._program.suites, self._program.evaluator.surface, self._program.units[fixture.file]
        if fixture.owner >= 0:  # tests of the class and of its heirs have it
            names = surface.aliased(frozenset({unit.header(fixture.owner).name}))
            return frozenset(surface.mentioning(*surface.inheriting(names)))
        others = [row[0] for other in suites.defined(fixture.file) for row in unit.header(other.scope).params]
        unasked = (*self._unasked, *suites.everywhere(fixture.file))
        if fixture.automatic or fixture.name in others or fixture.name in unasked:
            return self._near(fixture.file)
        files = surface.mentioning(fixture.name, unit.header(fixture.scope).name, *self._using)
        seeing = self._next_to(fixture.file).intersection(files) - {fixture.file}
        return frozenset([fixture.file]).union(*[self._near(other) for other in seeing])

    def _near(self, file: int) -> set[int]:
        """The files that may come by what a file defines: by imports and fixtures, through other files too."""
        found = {file}
        queue = [file]
        for at in queue:
            near = self._beside.get(at)
            if near is None:
                near = self._beside[at] = self._next_to(at)
            new = near - found
            found |= new
            queue += new
        return found

    def _next_to(self, file: int) -> frozenset[int]:
        """The files that may ask for a fixture of a file, or import the file."""
        path, units, roles = self._program.units[file].path, self._program.units, self._program.roles
        base = path.rpartition("/")[2]
        names = {path.removesuffix("/__init__.py").rpartition("/")[2].removesuffix(".py")}
        found: list[int] = []
        if base == CONFTEST:
            found += [n for n, unit in enumerate(units) if unit.path.startswith(path.removesuffix(CONFTEST))]
        elif not base.startswith("test_"):  # whoever imports it, or all where it is a plugin
            fixtures = [fixture for fixture in self._program.suites.defined(file) if fixture.owner < 0]
            names |= {fixture.name for fixture in fixtures}
            everywhere = self._program.suites.is_plugin(file) and any(fixture.automatic for fixture in fixtures)
            found += range(len(units)) if everywhere else ()
        found += self._program.evaluator.surface.mentioning(*names)
        return frozenset([n for n in found if roles[n] != "application"])
