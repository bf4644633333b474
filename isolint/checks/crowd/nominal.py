"""Nominal: does a test do what its name says it does with users and at the same time?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.crowd.crowds import SEVERAL, Crowds
from isolint.checks.crowd.repeated import repeats
from isolint.checks.e2e.placed_in import lies_in
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Nominal:
    """Tests named by words of kind `together` that run nothing together, or of kind `several` that have one user.

    Left alone are tests in areas of the kinds `apart`, with a word of kind `excused` in their name or in that of what
    they call, those that hand it on to what has such a name or one of kind `handed`, those that ask something to run
    together by an argument of such a name, and with `again` those that do nothing twice.
    """

    together: str
    several: str
    person: str
    people: str
    runs: str
    excused: str = ""
    handed: str = ""
    apart: tuple[str, ...] = ()
    again: bool = False

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        named = program.vocabulary.names
        together, several, excused = (matcher(named(kind)) for kind in (self.together, self.several, self.excused))
        running, handed = (matcher(named(kind) | named(self.handed)) for kind in (self.together, self.several))
        for file in program.asked:
            if program.roles[file] != "test" or lies_in(program, file, frozenset(self.apart)):
                continue
            unit = program.units[file]
            for scope in program.suites.tests(file):
                name = snake(unit.header(scope).name)
                if excused.search(name):
                    continue
                if together.search(name) and not crowds.together(file, scope):
                    if _asks_for(program, file, scope, running):
                        continue
                    lack, words = "runs nothing at the same time", running
                elif several.search(name) and crowds.users(file, scope) < SEVERAL:
                    lack, words = "has one user", handed
                else:
                    continue
                if self.again and not repeats(program, crowds, file, scope):
                    continue
                if not self._delegates(program, file, scope, words, excused):
                    title = unit.qualname(scope)
                    position = unit.header(scope).position
                    yield Match(
                        file=file, scope=scope, position=position, place=title, words={"entry": title, "what": lack}
                    )

    def _delegates(
        self, program: Program, file: int, scope: int, words: re.Pattern[str], excused: re.Pattern[str]
    ) -> bool:
        """Whether a test calls something that goes by such a name itself, or something that is excused."""
        return any(
            words.search(snake(last_name(callee))) or (type(callee) is str and excused.search(snake(callee)))
            for callee, *_ in _calls(program, file, scope)
        )


def _calls(program: Program, file: int, scope: int) -> Iterator[tuple[Any, ...]]:
    """The calls of a test, and of the functions in it."""
    return (call for inner in program.reach.inside(file, scope) for call in program.units[file].body(inner).calls)


def _asks_for(program: Program, file: int, scope: int, words: re.Pattern[str]) -> bool:
    """Whether a test gives something an argument of such a name: then the name is that of a feature."""
    return any(name and words.search(snake(name)) for call in _calls(program, file, scope) for name, _ in call[2])
