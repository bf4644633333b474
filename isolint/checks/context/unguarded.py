"""Unguarded: does a route that is about one user find out who calls?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.entry.addresses import HOLE
from isolint.program.entry.declared import Declared
from isolint.program.entry.guards import Guards
from isolint.program.entry.routes import Route, Routes
from isolint.program.words import matcher, snake

SOCKET: Final = "socket"


@dataclass(frozen=True, slots=True)
class Unguarded:
    """Routes with an identity in their address or their handler, and nothing in reach that finds out who calls.

    `identity` is the kind of the names of identities, `public` that of addresses that everybody may call, `about` that
    of words about authentication itself. Silent where something runs before every route and may find out.
    """

    identity: str
    public: str
    about: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each route."""
        names = program.vocabulary.names
        asked = {file for file in program.asked if self._takes(program, file, names(self.identity))}
        if not asked:
            return
        routes, guards, declared = program.once(_routes), program.once(_guards), program.once(_declared)
        open_words = matcher(frozenset(snake(w) for w in names(self.public)) | names(self.about))
        for route in routes:
            who = self._identity(program, declared, route, names(self.identity)) if route.file in asked else ""
            if not who or _top(program.units[route.file].path) in program.once(_before, route.verb == SOCKET):
                continue
            if not open_words.search(snake("/".join(route.segments))) and not guards.stand_before(route):
                yield self._match(program, route, who)

    def _takes(self, program: Program, file: int, names: frozenset[str]) -> bool:
        """Whether a function of the application has a parameter with the name of an identity."""
        unit = program.units[file]
        if program.roles[file] != "application" or names.isdisjoint(unit.interface.mentions):
            return False
        return any(row[0] in names for header in unit.interface.scopes for row in header[6])

    def _identity(self, program: Program, declared: Declared, route: Route, names: frozenset[str]) -> str:
        """The parameter by which callers say whose data a route is about, unless the server finds out some identity."""
        header = program.units[route.file].header(route.scope)
        told = [row for row in header.params if row[0] in names]
        values = [v for row in told for v in row[1:3] if v not in ((), None)]
        if any(declared.injects(route.file, header.parent, v) for v in values):
            return ""
        return told[0][0] if told else ""

    def _match(self, program: Program, route: Route, who: str) -> Match:
        unit = program.units[route.file]
        header = unit.header(route.scope)
        place = "/" + "/".join("{..}" if segment.startswith(HOLE) else segment for segment in route.segments)
        return Match(
            file=route.file, scope=route.scope, position=header.position, place=place, confidence="medium",
            words={"place": place, "entry": unit.qualname(route.scope), "who": who},
        )  # fmt: skip


def _routes(program: Program) -> tuple[Route, ...]:
    return tuple(Routes(program.evaluator, program.entries).all())


def _guards(program: Program) -> Guards:
    return Guards(program.evaluator, program.entries)


def _declared(program: Program) -> Declared:
    return Declared(program.evaluator)


def _before(program: Program, sockets: bool) -> frozenset[str]:  # noqa: FBT001  # a key of what is made once
    """The top folders in which something runs before every route, or every socket, and finds out who calls."""
    found = program.once(_guards).passed(sockets=sockets)
    return frozenset(_top(program.units[file].path) for file, _ in found)


def _top(path: str) -> str:
    """The first folder of a path, or an empty string."""
    return path.rpartition("/")[0].partition("/")[0]
