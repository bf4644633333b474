"""Sending: the calls by which a suite speaks to a service, and whether anybody may make them."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.entry.addresses import Addresses
from isolint.program.entry.guards import Guards
from isolint.program.entry.routes import VERBS, Routes
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Ext, Site
from isolint.program.words import matcher, snake
from isolint.vocabulary import Row

METHOD_FIRST: Final = frozenset({"request", "stream"})  # the address is their second argument
ASKING_FIRST: Final = "options"  # browsers send it before any credential
READING: Final = frozenset({"get", "head"})
Sent = tuple[Site, Row]


class Sending:
    """Answers about calls of clients."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._about = matcher(program.vocabulary.names("authentication-name"))
        kinds = program.vocabulary.kinds
        self.names = frozenset(m for r in kinds.get("client", ()) for m in r.methods) | frozenset(
            r.path.rpartition(".")[2] for r in kinds.get("client-call", ())
        )
        self.public = matcher(frozenset(snake(w) for w in program.vocabulary.names("public-address")))
        self._addresses = Addresses(program.evaluator)
        self._routes = Routes(program.evaluator, program.entries)
        self._guards = Guards(program.evaluator, program.entries)
        self._guarded: bool | None = None
        self._sent: dict[int, dict[int, list[Sent]]] = {}

    def all(self, file: int) -> dict[int, list[Sent]]:
        """The calls of each function that send, but for those that anybody may make, or that are to fail."""
        found = self._sent.get(file)
        if found is None:
            found = self._sent[file] = {}
            unit = self._program.units[file]
            for scope in range(1, 0 if self.names.isdisjoint(unit.interface.mentions) else len(unit.interface.scopes)):
                calls = list(self._calls(file, scope)) if unit.header(scope).kind == FUNCTION else []
                if calls:
                    found[scope] = calls
        return found

    def _calls(self, file: int, scope: int) -> Iterator[Sent]:
        for number, name in enumerate(self._program.units[file].callees(scope)):
            if name in self.names:
                site = Site(file, scope, number)
                row = self.row(site)
                if row and not (self.open(site) or self._program.expected_to_fail(site)):
                    yield site, row

    def spoken_for(self, file: int, scope: int) -> bool:
        """Whether a function says by its name or its class that it signs in, or asks for what is public."""
        return any(self.says(name) for name in self._program.units[file].qualname(scope).split("."))

    def says(self, name: str) -> bool:
        """Whether a name speaks of signing in, or of what is public."""
        word = self._program.words.spelt(name)
        return bool(self.public.search(word) or self._about.search(word))

    def row(self, site: Site) -> Row | None:
        """The row of what a call sends with, or nothing."""
        evaluator = self._program.evaluator
        for origin in evaluator.calls.callees(site):
            if type(origin) is Ext:
                for row in evaluator.meaning.rows(origin, "client-call"):
                    return row
        callee = self._program.units[site.file].body(site.scope).calls[site.call][0]
        for origin in evaluator.origins(site.file, site.scope, receiver(callee)):
            for row in evaluator.meaning.rows(origin, "client"):
                if last_name(callee) in row.methods:
                    return row
        return None

    def open(self, site: Site) -> bool:
        """Whether the address is public by its words or by its route, or that of authentication itself."""
        callee, arguments, keywords, *_ = self._program.units[site.file].body(site.scope).calls[site.call]
        if last_name(callee) == ASKING_FIRST:
            return True
        named = [v for k, v in keywords if k in ("url", "uri", "path")]
        texts: set[str] = set()
        for value in (*arguments[:2], *named):
            texts |= self._program.words.texts(site.file, site.scope, value)
        if any(self.public.search(snake(t)) or ("/" in t and self._about.search(snake(t))) for t in texts):
            return True
        place = arguments[1:2] if last_name(callee) in METHOD_FIRST else arguments[:1]
        return any(self._answered(site, value, _verb(last_name(callee))) for value in (*place, *named))

    def _answered(self, site: Site, value: Any, verb: str) -> bool:
        """Whether all that an address may be is a front page, or leads to routes that turn nobody away."""
        addresses = self._addresses.of(site.file, site.scope, value)
        return bool(addresses) and all(
            (verb in READING and not (a.segments or a.open)) or self._is_open_route(a, verb) for a in addresses
        )

    def _is_open_route(self, address: Any, verb: str) -> bool:
        routes = self._routes.at(address, verb)
        return bool(routes) and not any(self._guards.refuse(r) for r in routes) and self._some_refuse()

    def _some_refuse(self) -> bool:
        """Whether the program has routes that ask: where none does, nobody can tell how it authenticates."""
        if self._guarded is None:
            self._guarded = any(self._guards.refuse(r) for r in self._routes.all())
        return self._guarded


def _verb(name: str) -> str:
    """The verb that a call sends, as routes tell it."""
    return "socket" if "connect" in name else name if name in VERBS else ""
