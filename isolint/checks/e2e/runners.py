"""Runners: which tests of an area run the functions of a file, be they of another file."""

from typing import Final

from isolint.checks.e2e.placed_in import Placed
from isolint.program import Program

CONFTEST: Final = "conftest.py"
Test = tuple[int, int]


class Runners:
    """Answers about files of a suite; only the tests of files that may come by are followed."""

    def __init__(self, program: Program, area: str) -> None:
        self._program = program
        self._area = frozenset({area})
        self._placed = program.once(Placed)
        self._found: dict[int, dict[int, list[Test]]] = {}
        self._runs: dict[int, dict[int, list[tuple[int, Test]]]] = {}
        self._beside: dict[int, frozenset[int]] = {}

    def of(self, file: int, scope: int) -> list[Test]:
        """The tests that run a function of a file, in their order; a test is run by those of its own file."""
        if self._program.suites.is_test(file, scope):
            return [test for at, test in self._run_by(file).get(file, ()) if at == scope]
        return self._all(file).get(scope, [])

    def _all(self, file: int) -> dict[int, list[Test]]:
        """The functions of a file that tests run, each with those tests."""
        found = self._found.get(file)
        if found is None:
            found = self._found[file] = {}
            for other in sorted(self._near(file)):
                for scope, test in self._run_by(other).get(file, ()):
                    found.setdefault(scope, []).append(test)
        return found

    def _run_by(self, file: int) -> dict[int, list[tuple[int, Test]]]:
        """What the tests of a file run, by file."""
        found = self._runs.get(file)
        if found is None:
            found = self._runs[file] = {}
            for test in self._placed.tests(file, self._area) if self._program.roles[file] == "test" else ():
                for at, scope in self._program.reach.of(file, test):
                    found.setdefault(at, []).append((scope, (file, test)))
        return found

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
        elif not base.startswith("test_"):  # whoever loads it as a plugin
            fixtures = [fixture for fixture in self._program.suites.defined(file) if fixture.owner < 0]
            names |= {fixture.name for fixture in fixtures}
            found += range(len(units)) if any(fixture.automatic for fixture in fixtures) else ()
        found += self._program.evaluator.surface.mentioning(*names)
        return frozenset([n for n in found if roles[n] != "application"])
