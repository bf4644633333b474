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
                if crowds.own_users(file, scope) < SEVERAL or not crowds.together(file, scope):
                    continue
                if asserting.has(file, scope) and not comparing.has(file, scope):
                    title = program.units[file].qualname(scope)
                    position = program.units[file].header(scope).position
                    yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})


def _asserting(program: Program) -> Evidence:
    return Evidence(program.reach, lambda file, scope: bool(program.units[file].body(scope).asserts))


def _comparing(program: Program, about: str) -> Evidence:
    words = matcher(program.vocabulary.names(about))
    return Evidence(program.reach, lambda file, scope: _compares(program, file, scope, words))


def _compares(program: Program, file: int, scope: int, words: re.Pattern[str]) -> bool:
    """Whether a function compares, as far as its own body tells."""
    unit = program.units[file]
    for inner in program.reach.inside(file, scope):
        body = unit.body(inner)
        if any(kind == "refute" for kind, *_ in body.turns):
            return True
        if any(kind == "assert" and _loops(body.regions, region) > 1 for kind, _, _, region in body.turns):
            return True
        for name in unit.callees(inner):
            word = program.words.spelt(name)
            if name in COMPARING or DENYING.search(word) or (inner == scope and words.search(word)):
                return True
    return False


def _loops(regions: tuple[Any, ...], region: int) -> int:
    """How many loops a place stands in."""
    count = 0
    while region:
        kind, region, _ = regions[region]
        count += kind == "loop"
    return count
