"""Unmeasured: does a test with many users look at what they leave behind?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.crowd.crowds import Crowds
from isolint.checks.e2e.placed_in import tests_in
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.testing.evidence import Evidence
from isolint.program.words import collect, matcher, snake


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Tests in areas of the kinds `areas` that run things together, with no word of kind `measure` in reach."""

    areas: tuple[str, ...]
    measure: str
    person: str
    people: str
    runs: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        words = matcher(program.vocabulary.names(self.measure))

        def measures(file: int, scope: int) -> bool:
            told: set[str] = set()
            for test, _ in program.units[file].body(scope).asserts:
                collect(test, told)
            return any(map(words.search, {*program.words.of(file, scope), *map(snake, told)}))

        measuring = Evidence(program.reach, measures)
        for file, scope in tests_in(program, frozenset(self.areas)):
            if crowds.together(file, scope) and not measuring.has(file, scope):
                title = program.units[file].qualname(scope)
                position = program.units[file].header(scope).position
                yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})
