"""Mixed: does a test that collects the results of several users look for one user's among another's?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.crowd.crowds import SEVERAL, Crowds
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.testing.evidence import Evidence
from isolint.program.words import matcher

COMPARING: Final = frozenset(
    {"isdisjoint", "intersection", "difference", "symmetric_difference", "set", "frozenset", "Counter"}
)

DENYING: Final = re.compile("^_assert_(.+_)?not_")


@dataclass(frozen=True, slots=True)
class Mixed:
    """Tests in which several users do something together, where no assertion in reach sets one against another.

    A word of kind `about` in the name of what is called says that somebody does.
    """

    about: str
    person: str
    people: str
    runs: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        asserting, comparing = program.once(_asserting), program.once(_comparing, self.about)
        for file in program.asked:
            for scope in program.suites.tests(file) if program.roles[file] == "test" else ():
                if comparing.alone(file, scope) or crowds.own_users(file, scope) < SEVERAL:
                    continue
                if crowds.together(file, scope) and asserting.has(file, scope) and not comparing.has(file, scope):
                    title = program.units[file].qualname(scope)
                    position = program.units[file].header(scope).position
                    yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})


def _asserting(program: Program) -> Evidence:
    return Evidence(program.reach, lambda file, scope: bool(program.units[file].body(scope).asserts))


def _comparing(program: Program, about: str) -> Evidence:
    return Evidence(program.reach, _Comparing(program, about).by_itself)


class _Comparing:
    """Which functions compare, as far as their own bodies tell; names of calls are asked once."""

    def __init__(self, program: Program, about: str) -> None:
        self._program = program
        self._words = matcher(program.vocabulary.names(about))
        self._known: dict[str, tuple[bool, bool]] = {}

    def by_itself(self, file: int, scope: int) -> bool:
        """Whether a function compares."""
        unit = self._program.units[file]
        for inner in self._program.reach.inside(file, scope):
            body = unit.body(inner)
            if "refute" in [turn[0] for turn in body.turns]:
                return True
            if any(_loops(body.regions, turn[3]) > 1 for turn in body.turns if turn[3] and turn[0] == "assert"):
                return True
            for name in unit.callees(inner):
                compares, speaks = self._known.get(name) or self._read(name)
                if compares or (speaks and inner == scope):
                    return True
        return False

    def _read(self, name: str) -> tuple[bool, bool]:
        """Whether a call of this name compares, and whether it speaks of what the test is about."""
        word = self._program.words.spelt(name)
        found = name in COMPARING or bool(DENYING.search(word)), bool(self._words.search(word))
        self._known[name] = found
        return found


def _loops(regions: tuple[Any, ...], region: int) -> int:
    """How many loops a place stands in."""
    count = 0
    while region:
        kind, region, _ = regions[region]
        count += kind == "loop"
    return count
