"""Makers: which functions of a suite make something of a kind, and which tests run them."""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Ext, Fn, Origin, Site

Made = tuple[Site, str]
"""A making call, and the name that it calls."""


@dataclass(frozen=True, slots=True)
class Makers:
    """Answers for one program; `makes` is the kind of what is made."""

    program: Program
    makes: str

    def all(self, files: frozenset[int]) -> dict[tuple[int, int], list[Made]]:
        """The making calls of these files by function: those in nested functions count for the one around."""
        wanted = self.program.named_classes(self.makes)
        found: dict[tuple[int, int], list[Made]] = {}
        for file in sorted(files):
            unit = self.program.units[file]
            spelled = self.program.spelled(file, wanted) if self.program.roles[file] == "test" else frozenset()
            for scope in range(1, len(unit.interface.scopes)) if spelled else ():
                if unit.header(scope).kind == FUNCTION:
                    for made in self._made(file, scope, spelled):
                        found.setdefault((file, self._outermost(file, scope)), []).append(made)
        return found

    def users(self, makers: dict[tuple[int, int], list[Made]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """The tests that run each of these functions."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for file in self._near(makers):
            for scope in self.program.suites.tests(file):
                for at in self.program.reach.of(file, scope):
                    if at in makers:
                        found.setdefault(at, []).append((file, scope))
        return found

    def _near(self, makers: dict[tuple[int, int], list[Made]]) -> set[int]:
        """The files whose tests may run them: where fixtures are seen, or by the names that files mention."""
        found = {file for file, _ in makers}
        folders: set[str] = set()
        names: set[str] = set()
        homes: dict[str, set[str]] = {}
        for file, scope in makers:
            unit = self.program.units[file]
            owner = unit.owner(scope)
            base = unit.path.rpartition("/")[2]
            fixture = self.program.suites.fixture(file, scope)
            if fixture and owner < 0 and base == "conftest.py":
                folders.add(f"{unit.folder}/" if unit.folder else "")
            elif fixture and owner < 0 and not is_test_file(unit.path):
                names.add(fixture.name)  # of a plugin
            else:
                homes.setdefault(base.removesuffix(".py"), set()).add(unit.header(max(owner, 0) or scope).name)
        for file, unit in enumerate(self.program.units):
            mentions = unit.interface.mentions
            imported = any(not homes[stem].isdisjoint(mentions) for stem in homes.keys() & mentions)
            if imported or not names.isdisjoint(mentions) or unit.path.startswith(tuple(folders)):
                found.add(file)
        return found

    def _made(self, file: int, scope: int, spelled: frozenset[str]) -> Iterator[Made]:
        for number, call in enumerate(self.program.units[file].body(scope).calls):
            site = Site(file, scope, number)
            if last_name(call[0]) not in spelled or self.program.expected_to_fail(site):
                continue
            if any(self._counts(origin) for origin in self.program.evaluator.calls.callees(site)):
                yield site, last_name(call[0])

    def _counts(self, origin: Origin) -> bool:
        """Whether it is of the kind, and no fake of the suite's."""
        if isinstance(origin, Cls) and self.program.roles[origin.file] == "test":
            return False
        return type(origin) in (Cls, Ext, Fn) and self.program.evaluator.meaning.has_kind(origin, self.makes)

    def _outermost(self, file: int, scope: int) -> int:
        """The function that is no part of another one, in which a scope stands."""
        unit = self.program.units[file]
        found = at = scope
        while at > 0:
            found = at if unit.header(at).kind == FUNCTION else found
            at = unit.header(at).parent
        return found
