"""Few: does a stress test have as many users as the project wants?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.crowd.crowds import Crowds
from isolint.checks.e2e.placed_in import tests_in
from isolint.checks.match import Match
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Const
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Few:
    """Tests in areas of the kinds `areas` that run things together for fewer than `users`.

    How many there are is told by what is counted up to, and by arguments with a name of kind `count`; where nothing
    tells, nothing is said.
    """

    areas: tuple[str, ...]
    users: int
    count: str
    person: str
    people: str
    runs: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        names = matcher(program.vocabulary.names(self.count))
        for file, scope in tests_in(program, frozenset(self.areas)):
            if not crowds.together(file, scope) or not crowds.users(file, scope):
                continue
            told = [n for at in program.reach.of(file, scope) for n in self._told(program, *at, names)]
            if told and max(told) < self.users:
                title = program.units[file].qualname(scope)
                position = program.units[file].header(scope).position
                words = {"entry": title, "what": str(max(told)), "place": str(self.users)}
                yield Match(file=file, scope=scope, position=position, place=title, words=words)

    def _told(self, program: Program, file: int, scope: int, names: re.Pattern[str]) -> Iterator[int]:
        """The numbers of users that a function speaks of."""
        unit = program.units[file]
        for inner in program.reach.inside(file, scope):
            header, body = unit.header(inner), unit.body(inner)
            if header.kind != FUNCTION:
                continue
            for callee, arguments, keywords, *_ in body.calls:
                values = list(arguments) if last_name(callee) == "range" else []
                values += [v for k, v in keywords if k and names.search(snake(k))]
                yield from (n for v in values for n in _numbers(program, file, inner, v))
            for name, _, default, *_ in header.params:
                if default != () and names.search(snake(name)):
                    yield from _numbers(program, file, header.parent, default)
            for decorator in header.decorators:
                if type(decorator) is int:
                    _, arguments, *_ = unit.body(header.parent).calls[decorator]
                    if len(arguments) > 1 and names.search(snake(str(arguments[0]))):
                        yield from _numbers(program, file, header.parent, arguments[1])


def _numbers(program: Program, file: int, scope: int, value: Any) -> Iterator[int]:
    """The whole numbers that a value can be."""
    match value:
        case ("=", int(number)) if not isinstance(number, bool):
            yield number
        case ("list" | "tuple" | "|" | "<-", *items):
            for item in items:
                yield from _numbers(program, file, scope, item)
        case str():
            for origin in program.evaluator.origins(file, scope, value):
                if type(origin) is Const and type(origin.value) is int:
                    yield origin.value
