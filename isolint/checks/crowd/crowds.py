"""Crowds: how many users a test has, and whether it runs anything at the same time."""

import re
from typing import Final

from isolint.program import Program
from isolint.program.testing.evidence import Evidence
from isolint.program.values.origins import Site
from isolint.program.words import matcher

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
        self._told: dict[tuple[int, int], set[str]] = {}
        self._texts: dict[str, tuple[str, ...]] = {}

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

    def _of(self, file: int, scope: int) -> set[str]:
        """The users that a function speaks of by itself, by what tells them apart."""
        key = (file, scope)
        found = self._told.get(key)
        if found is None:
            found = self._told[key] = set()
            for text in (*self._program.words.told(file, scope), *self._program.units[file].body(scope).names):
                told = self._texts.get(text)
                found.update(self._read(text) if told is None else told)
        return found

    def _read(self, text: str) -> tuple[str, ...]:
        """The users that a name or short string speaks of."""
        word = self._program.words.spelt(text)
        found: list[str] = []
        if "_api_" not in word and not word.startswith("_http"):  # an address speaks of users in general
            found = self._numbered.findall(word)
            if self._many.search(word) or self._named.search(word):
                found.append("several")
            elif self._single.search(word):
                found.append("single")
        self._texts[text] = tuple(found)
        return self._texts[text]

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
