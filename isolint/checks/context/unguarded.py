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
        routes = Routes(program.evaluator, program.entries)
        guards = Guards(program.evaluator, program.entries)
        declared = Declared(program.evaluator)
        asked = frozenset(program.asked)
        names = program.vocabulary.names
        open_words = matcher(frozenset(snake(w) for w in names(self.public)) | names(self.about))
        before = {verb: self._before(program, guards, sockets=verb == SOCKET) for verb in (SOCKET, "")}
        for route in routes.all():
            folder = _top(program.units[route.file].path)
            guarded = folder in before[SOCKET if route.verb == SOCKET else ""]
            if guarded or route.file not in asked or program.roles[route.file] != "application":
                continue
            who = self._identity(program, declared, route, names(self.identity))
            if who and not open_words.search(snake("/".join(route.segments))) and not guards.stand_before(route):
                yield self._match(program, route, who)

    def _before(self, program: Program, guards: Guards, *, sockets: bool) -> frozenset[str]:
        """The top folders in which something runs before every route, or every socket, and finds out who calls."""
        return frozenset(_top(program.units[file].path) for file, _ in guards.passed(sockets=sockets))

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


def _top(path: str) -> str:
    """The first folder of a path, or an empty string."""
    return path.rpartition("/")[0].partition("/")[0]
