"""Tidied: is what a test clears away cleared away when it fails, too?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.facts import DISCARDED
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Tidied:
    """Calls with a name of kind `clean_up` that end a test, after what may fail, where nothing makes sure of them."""

    clean_up: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at the first call of those that end it."""
        words = matcher(program.vocabulary.names(self.clean_up))
        for file in program.asked:
            unit = program.units[file]
            for scope in program.suites.tests(file) if program.roles[file] == "test" else ():
                body = unit.body(scope)
                last = max([p for _, p in body.asserts], default=-1)
                first = None
                for callee, _, _, position, flags, region in body.calls[::-1]:
                    name = last_name(callee)
                    ends = position > last and region == 0 and bool(flags & DISCARDED)
                    if not (ends and words.search(snake(name))):
                        break
                    first = (name, position)
                if first and last >= 0:
                    title = unit.qualname(scope)
                    yield Match(
                        file=file, scope=scope, position=first[1], place=first[0],
                        words={"place": first[0], "entry": title},
                    )  # fmt: skip
