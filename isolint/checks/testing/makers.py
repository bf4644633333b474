"""Makers: which functions of a suite make something of a kind, and which tests run them."""

from collections.abc import Iterator, Sequence
from typing import Final

from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.values.origins import Cls, Ext, Fn, Origin, Site

CONFTEST: Final = "conftest"

Place = tuple[int, int]
"""A function: file and scope."""

Made = tuple[Site, str]
"""A making call, and the name that it calls."""


class Makers:
    """Answers for one program, remembered; `makes` is the kind of what is made."""

    def __init__(self, program: Program, makes: str) -> None:
        self._program = program
        self._makes = makes
        self._wanted = program.named_classes(makes)
        self._runs: dict[int, dict[Place, list[Place]]] = {}

    def of(self, file: int) -> dict[Place, list[Made]]:
        """The making calls of a test file by function: those in nested functions count for the one around."""
        unit = self._program.units[file]
        spelled = self._program.spelled(file, self._wanted) if self._program.roles[file] == "test" else frozenset()
        found: dict[Place, list[Made]] = {}
        for scope in range(1, len(unit.interface.scopes)) if spelled else ():
            if unit.interface.scopes[scope][0] == FUNCTION and not spelled.isdisjoint(unit.callees(scope)):
                for made in self._made(file, scope, spelled):
                    found.setdefault((file, self._outermost(file, scope)), []).append(made)
        return found

    def tests(self, maker: Place) -> Iterator[Place]:
        """The tests that run a function, those of its own file first."""
        yield from self._run_by(maker[0]).get(maker, ())
        for file in self._files(*maker):
            if file != maker[0]:
                yield from self._run_by(file).get(maker, ())

    def _run_by(self, file: int) -> dict[Place, list[Place]]:
        """For each function that tests of a file run, these tests."""
        found = self._runs.get(file)
        if found is None:
            found = self._runs[file] = {}
            for scope in self._program.suites.tests(file):
                for at in self._program.reach.of(file, scope):
                    found.setdefault(at, []).append((file, scope))
        return found

    def _files(self, file: int, scope: int) -> Sequence[int]:
        """The files whose tests may run a function: those below a conftest, or that mention its module or fixture."""
        unit = self._program.units[file]
        fixture = self._program.suites.fixture(file, scope)
        stem = unit.path.rpartition("/")[2].removesuffix(".py")
        if stem == CONFTEST:
            below = f"{unit.folder}/" if unit.folder else ""
            return [n for n, other in enumerate(self._program.units) if other.path.startswith(below)]
        if fixture and unit.owner(scope) < 0 and not is_test_file(unit.path):
            return self._program.evaluator.surface.mentioning(fixture.name)  # of a plugin
        return self._program.evaluator.surface.mentioning(stem)

    def _made(self, file: int, scope: int, spelled: frozenset[str]) -> Iterator[Made]:
        for number, name in enumerate(self._program.units[file].callees(scope)):
            site = Site(file, scope, number)
            if name not in spelled or self._program.expected_to_fail(site):
                continue
            if any(self._counts(origin) for origin in self._program.evaluator.calls.callees(site)):
                yield site, name

    def _counts(self, origin: Origin) -> bool:
        """Whether it is of the kind, and no fake of the suite's."""
        if isinstance(origin, Cls) and self._program.roles[origin.file] == "test":
            return False
        return type(origin) in (Cls, Ext, Fn) and self._program.evaluator.meaning.has_kind(origin, self._makes)

    def _outermost(self, file: int, scope: int) -> int:
        """The function that is no part of another one, in which a scope stands."""
        unit = self._program.units[file]
        found = at = scope
        while at > 0:
            found = at if unit.header(at).kind == FUNCTION else found
            at = unit.header(at).parent
        return found
