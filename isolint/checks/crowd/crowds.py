"""Crowds: how many users a test has, and whether it runs anything at the same time."""

import re
from typing import Final

from isolint.program import Program
from isolint.program.testing.evidence import Evidence
from isolint.program.values.origins import Site
from isolint.program.words import Spoken, matcher

ONE: Final = 1
SEVERAL: Final = 2
_WHICH: Final = "[0-9]+|[abcxyz]|one|two|three|first|second|third|alice|bob|carol|eve|other|another"


class Crowds:
    """What is in reach of tests: `person` and `people` are the kinds of the words for a user and for several.

    `runs` is the kind of what runs things together. Which of two users is which is told by what their names end with,
    such as `user_1` and `user_2`, or begin with, such as `other_user`.
    """

    def __init__(self, program: Program, person: str, people: str, runs: str) -> None:
        self._program = program
        self._runs = runs
        words = "|".join(re.escape(w) for w in sorted(program.vocabulary.names(person)))
        self._numbered = re.compile(rf"_(?:{words})(?:_id)?_?({_WHICH})_" if words else r"(?!)")
        self._named = re.compile(rf"_(other|another|second|different)_(?:{words})_" if words else r"(?!)")
        self._single = matcher(program.vocabulary.names(person))
        self._many = matcher(program.vocabulary.names(people))
        self._lasts = program.vocabulary.lasts(runs)
        self._spawning = Evidence(program.reach, self._spawns)
        every = {w.strip("_").lower() for kind in (person, people) for w in program.vocabulary.names(kind)}
        self._any = re.compile(f"_(?:{'|'.join(map(re.escape, sorted(every)))})" if every else r"(?!)")
        self._told: dict[tuple[int, int], frozenset[str]] = {}
        self._spoken = Spoken(program.words, self._users)

    def together(self, file: int, scope: int) -> bool:
        """Whether something in reach of a test runs at the same time as something else."""
        return self._spawning.has(file, scope)

    def users(self, file: int, scope: int) -> int:
        """None, one or several, as what is in reach of a test tells."""
        return self._counted(self._program.reach.of(file, scope))

    def own_users(self, file: int, scope: int) -> int:
        """None, one or several, as a test itself tells."""
        return self._counted([(file, inner) for inner in self._program.reach.inside(file, scope)])

    def _counted(self, functions: list[tuple[int, int]]) -> int:
        told: set[str] = set()
        for at in functions:
            told |= self._of(*at)
            if "several" in told or len(told - {"single"}) >= SEVERAL:
                return SEVERAL
        return ONE if told else 0

    def _of(self, file: int, scope: int) -> frozenset[str]:
        """The users that a function speaks of by itself, by what tells them apart."""
        key = (file, scope)
        found = self._told.get(key)
        if found is None:
            texts = self._program.words.told(file, scope)
            texts.update(self._program.units[file].body(scope).names)
            found = self._told[key] = frozenset([user for users in self._spoken.of(texts) for user in users])
        return found

    def _users(self, word: str) -> list[str]:
        """The users that a text speaks of, as `snake` spells it."""
        if not self._any.search(word) or "_api_" in word or word.startswith("_http"):
            return []  # an address speaks of users in general
        found: list[str] = self._numbered.findall(word)
        if self._many.search(word) or self._named.search(word):
            found.append("several")
        elif self._single.search(word):
            found.append("single")
        return found

    def _spawns(self, file: int, scope: int) -> bool:
        program = self._program
        unit = program.units[file]
        if self._lasts.isdisjoint(unit.interface.mentions):
            return False
        for inner in program.reach.inside(file, scope):
            for number, name in enumerate(unit.callees(inner)):
                if name in self._lasts:
                    for origin in program.evaluator.calls.callees(Site(file, inner, number)):
                        if any(row.runs != "inline" for row in program.evaluator.meaning.rows(origin, self._runs)):
                            return True
        return False
