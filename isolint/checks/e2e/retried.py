"""Retried: is a test of isolation run again until it passes?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Retried:
    """Tests named for isolation, by words of kind `about`, with a marker or decorator of kind `retry`.

    Names that speak of a reason of kind `excused` are left alone.
    """

    retry: str
    about: str
    excused: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        rows = program.vocabulary.lasts(self.retry)
        about, excused = (matcher(program.vocabulary.names(kind)) for kind in (self.about, self.excused))
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "test" or rows.isdisjoint(unit.interface.mentions):
                continue
            for scope in program.suites.tests(file):
                if self._is_about(program, file, scope, about, excused) and self._again(program, file, scope, rows):
                    title = unit.qualname(scope)
                    position = unit.header(scope).position
                    yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})

    def _is_about(
        self, program: Program, file: int, scope: int, about: re.Pattern[str], excused: re.Pattern[str]
    ) -> bool:
        name = snake(program.units[file].qualname(scope))
        return bool(about.search(name)) and not excused.search(name)

    def _again(self, program: Program, file: int, scope: int, rows: frozenset[str]) -> bool:
        if rows & program.suites.markers(file, scope):
            return True
        unit = program.units[file]
        header = unit.header(scope)
        values = [unit.body(header.parent).calls[d][0] if type(d) is int else d for d in header.decorators]
        origins = [o for v in values for o in program.evaluator.origins(file, header.parent, v)]
        return any(program.evaluator.meaning.has_kind(o, self.retry) for o in origins)
