"""Classwide: does a method put what it is given into what the class binds once, for all of its objects?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.match import Match
from isolint.checks.state.communal import Communal, communal
from isolint.checks.state.escaping import Escaping
from isolint.program import Program


@dataclass(frozen=True, slots=True)
class Classwide:
    """Request data that is written to a class, and what methods put into what its objects share.

    That objects share it needs no request to be certain; `registries` are words in names of what is meant to be shared.
    """

    shares: ClassVar[str] = "escapes"
    registries: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each place and function."""
        told: set[tuple[int, int, str]] = set()
        for match in Escaping(("class",)).ask(program):
            if not match.strict:
                told.add((match.file, match.scope, match.place))
            yield match
        for found in communal(program, self.registries):
            match = _match(program, found)
            if (match.file, match.scope, match.place) not in told:
                told.add((match.file, match.scope, match.place))
                yield match


def _match(program: Program, found: Communal) -> Match:
    write, why = found.write, found.why
    path, span = program.span(why.file, why.position)
    bound = program.step(why.file, why.position, f"`{why.name}` is one for all objects of the class")
    entry = program.title(write.file, write.scope)
    return Match(
        file=write.file, scope=write.scope, position=write.position, place=why.name, confidence="medium",
        words={"place": why.name, "entry": entry, "what": found.what, "keeper": why.name},
        related=(bound,), declared=(path, span.line), strict=found.doubted,
    )  # fmt: skip
