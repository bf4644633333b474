"""Lonely: does a file of critical tests have one in which several users do something at the same time?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.crowd.crowds import SEVERAL, Crowds
from isolint.checks.e2e.placed_in import lies_in
from isolint.checks.match import Match
from isolint.program import Program


@dataclass(frozen=True, slots=True)
class Lonely:
    """Files with tests in areas of the kinds `areas`, where no test has several users at the same time."""

    areas: tuple[str, ...]
    person: str
    people: str
    runs: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each file, at its first test."""
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        for file in program.asked:
            if program.roles[file] != "test" or not lies_in(program, file, frozenset(self.areas)):
                continue
            tests = program.suites.tests(file)
            if tests and not any(crowds.together(file, s) and crowds.users(file, s) >= SEVERAL for s in tests):
                unit = program.units[file]
                title = unit.path.rpartition("/")[2]
                position = unit.header(tests[0]).position
                yield Match(file=file, scope=tests[0], position=position, place=title, words={"entry": title})
