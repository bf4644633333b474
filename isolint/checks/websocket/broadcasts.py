"""Broadcasts: which calls send to every connection, and what they send."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.websocket.connections import near, reached
from isolint.checks.websocket.containers import split, whole
from isolint.checks.websocket.managers import Shape, shape
from isolint.checks.websocket.sockets import EVERYONE, filtered, senders, sent_to_all
from isolint.checks.websocket.subscribers import put_for_all
from isolint.facts import CLASS, FUNCTION
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls, Obj, Origins, Site

REPLY: Final = "reply"
ADDRESSED: Final = frozenset({
    "to", "room", "rooms", "room_id", "group", "group_id", "channel", "topic", "targets", "target", "users", "user_ids",
    "target_users", "recipients", "recipient", "permission", "scope", "filter", "predicate",
})  # fmt: skip
NOBODY: Final = (("=", None), ("=", False))


@dataclass(frozen=True, slots=True)
class Sent:
    """A call that sends `values` to every connection."""

    site: Site
    values: tuple[Any, ...]
    sure: Confidence


@dataclass(frozen=True, slots=True)
class Broadcasts:
    """Finds the broadcasts of a program: managers of kind `kind`, or by structure over `socket`s; loops; libraries'."""

    kind: str
    socket: str

    def all(self, program: Program) -> Iterator[Sent]:
        """Every broadcast in a function of the application, once."""
        seen = set()
        for sent in self._each(program):
            if sent.site not in seen:
                seen.add(sent.site)
                yield sent

    def _each(self, program: Program) -> Iterator[Sent]:
        if not any(program.roles[file] == "application" for file in program.asked):
            return
        shapes = program.once(_shapes, self.socket)
        names = program.vocabulary.names("broadcast-name").union(*(s.announcing for s in shapes.values()))
        known = program.vocabulary.lasts(EVERYONE) | program.vocabulary.lasts(REPLY)
        for file in program.asked:
            unit = program.units[file]
            if program.roles[file] != "application":
                continue
            for name in (names | known) & unit.interface.mentions:
                for scope, number in unit.calls_named(name):
                    site = Site(file, scope, number)
                    if unit.header(scope).kind != FUNCTION or last_name(unit.body(scope).calls[number][0]) != name:
                        continue
                    sent = _by_library(program, site) if name in known else None
                    sent = sent or (self._by_manager(program, site, name, shapes) if name in names else None)
                    if sent:
                        yield sent
        yield from self._by_loops(program)
        for site in put_for_all(program, self.socket):
            _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
            yield Sent(site, (*arguments, *[v for _, v in keywords]), "high")

    def _by_manager(self, program: Program, site: Site, name: str, shapes: dict[Cls, Shape]) -> Sent | None:
        """A method that sends to all, on a manager that has one, or that is only known by the name of its class."""
        _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
        if _addressed(program, arguments, keywords):
            return None
        sent = (*arguments, *[v for _, v in keywords])
        for origin in _called_on(program, site):
            if not isinstance(origin, Obj | Cls):
                if name in program.vocabulary.names("broadcast-name") and self._is(program, (origin,)):
                    return Sent(site, sent, "medium")
                continue
            cls = origin.cls if isinstance(origin, Obj) else origin
            announcing = [shapes[c].announcing for c in program.evaluator.members.mro(cls) if c in shapes]
            if any(name in a for a in announcing):
                return Sent(site, sent, "high")
            defined = program.evaluator.attribute((origin,), name)
            if name in program.vocabulary.names("broadcast-name") and self._is(program, (origin,)) and not defined:
                return Sent(site, sent, "medium")
        return None

    def _is(self, program: Program, origins: Origins) -> bool:
        return any(program.evaluator.meaning.has_kind(o, self.kind) for o in origins)

    def _by_loops(self, program: Program) -> Iterator[Sent]:
        """A call in a loop over all connections that a class or a module keeps."""
        sending = program.once(senders, self.socket)
        asked = set(program.asked)
        for file in program.once(near, self.socket):
            if file not in asked:
                continue
            unit = program.units[file]
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] != FUNCTION:
                    continue
                first = f"${header[6][0][0]}" if header[6] else "$"
                body = unit.body(scope)
                for number, call in enumerate(body.calls):
                    if not sending.name(call[0]):
                        continue
                    for held in reached(program, file, scope):
                        found = sent_to_all(program, Site(file, scope, number), held, sending)
                        if found and not filtered(body, call[5], first):
                            yield Sent(Site(file, scope, number), (*call[1], *[v for _, v in call[2]]), "high")
                            break


def _shapes(program: Program, socket: str) -> dict[Cls, Shape]:
    """The classes that keep connections of kind `socket`, and how."""
    classes = [
        Cls(file, scope)
        for file in program.once(near, socket)
        for scope, header in enumerate(program.units[file].interface.scopes) if header[0] == CLASS
    ]  # fmt: skip
    return {cls: found for cls in classes if (found := program.once(shape, cls, socket)).keeps}


def _by_library(program: Program, site: Site) -> Sent | None:
    """A library's call that goes to all connections, for want of a recipient or because it is told so."""
    body = program.units[site.file].body(site.scope)
    _, arguments, keywords, *_ = body.calls[site.call]
    given = dict(keywords)
    for origin in program.evaluator.calls.callees(site):
        for row in program.evaluator.meaning.rows(origin, REPLY):
            if any(given.get(k, NOBODY[0]) not in NOBODY for k in row.keywords) and not ADDRESSED & given.keys():
                return Sent(site, arguments, "high")
        for row in program.evaluator.meaning.rows(origin, EVERYONE):
            recipients = [given[k] for k in row.keywords if k in given]
            recipients += arguments[row.argument : row.argument + 1] if row.argument >= 0 else ()
            if not row.keywords:
                helds = reached(program, site.file, site.scope)
                if any(whole(v, held, body.calls) for held in helds for v in recipients):
                    return Sent(site, arguments[row.argument + 1 :], "high")
            elif all(v in NOBODY for v in recipients):
                return Sent(site, (*arguments, *[v for _, v in keywords]), "high")
    return None


def _addressed(program: Program, arguments: tuple[Any, ...], keywords: tuple[Any, ...]) -> bool:
    """Whether a call says to whom: by a keyword, or by a second argument that is an identity or a room."""
    people = program.vocabulary.names("identity-name") | ADDRESSED
    if any(key in people and value not in NOBODY for key, value in keywords):
        return True
    return len(arguments) > 1 and any(last_name(a) in people for a in arguments)


def _called_on(program: Program, site: Site) -> Origins:
    """What a method is called on, or what that hangs on where nobody defines the attribute."""
    place = split(program.units[site.file].body(site.scope).calls[site.call][0])[0]
    while place is not None:
        found = program.expanded(program.evaluator.origins(site.file, site.scope, place))
        if any(isinstance(o, Obj | Cls) for o in found) or type(place) not in (str, tuple):
            return found
        place = split(place)[0]
    return ()
