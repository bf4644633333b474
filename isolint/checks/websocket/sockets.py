"""Sockets: which values are connections, where a function keeps them, and which calls send."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.checks.websocket.containers import ADDERS, Held, Place, from_all, rooted, split, under, unkeyed, whole
from isolint.facts import Body
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.unit import Unit
from isolint.program.values.origins import Arg, Ext, Site

SENDING: Final = ("send", "broadcast", "emit", "notify", "publish")
EVERYONE: Final = "broadcast"  # the kind of library functions that send to many


class Added(NamedTuple):
    """A connection is added to a container; `key` is None where there is none; a parameter's name alone is `medium`.

    `fresh` ones are made by the function itself, which therefore serves them.
    """

    place: Place
    key: Any
    position: int
    sure: Confidence
    fresh: bool


def is_socket(program: Program, file: int, scope: int, value: Any, socket: str, depth: int = 0) -> Confidence | None:
    """How sure it is that a value is a connection or holds one: by its type, or by a parameter's name."""
    names = program.vocabulary.names("websocket-name")
    named = False
    for origin in program.evaluator.origins(file, scope, value):
        if program.evaluator.meaning.has_kind(origin, socket):
            return "high"
        named = named or (isinstance(origin, Arg) and origin.name in names)
    if named:
        return "medium"
    parts: tuple[Any, ...] = ()
    match value:
        case _ if depth > 1:
            return None
        case int():
            _, arguments, keywords, *_ = program.units[file].body(scope).calls[value]
            parts = (*arguments, *[v for _, v in keywords])
        case ("list" | "tuple" | "set", *items):
            parts = tuple(items)
        case ("dict", *pairs):
            parts = tuple(v for _, v in pairs)
    found = (is_socket(program, file, scope, part, socket, depth + 1) for part in parts)
    return next((f for f in found if f), None)


def added(program: Program, file: int, scope: int, held: Held, socket: str) -> Iterator[Added]:
    """The connections that a function adds to the containers that it reaches."""
    for place, key, value, position in program.units[file].once(_puts)[scope]:
        container = rooted(place, held)
        if container and (sure := is_socket(program, file, scope, value, socket)):
            origins = program.evaluator.origins(file, scope, value) if type(value) is int else ()
            made = [o for o in origins if isinstance(o, Ext) and o.site == Site(file, scope, value)]
            fresh = any(program.evaluator.meaning.has_kind(o, socket) for o in made)
            yield Added(container, key, position, sure, fresh)


def _puts(unit: Unit) -> tuple[tuple[tuple[Any, Any, Any, int], ...], ...]:
    """What each scope of a file puts where."""
    return tuple([tuple(_put(unit.body(scope))) for scope in range(len(unit.interface.scopes))])


def _put(body: Body) -> Iterator[tuple[Any, Any, Any, int]]:
    """What is put where: the container, a key or None, the value, the position."""
    for kind, base, key, value, position, _ in body.stores:
        if kind == "item":
            yield *under(base, key, body.calls), value, position
        elif kind in ("attr", "name") and type(value) is tuple and value:
            place = key if kind == "name" else f"{base}.{key}" if type(base) is str else None
            shown = value[1:] if value[0] == "<-" else (value,)
            for part in shown:
                if type(part) is tuple and part[0] in ("list", "set"):
                    yield place, None, part, position
    for callee, arguments, _, position, *_ in body.calls:
        place, name = split(callee)
        if name in ADDERS:
            for value in arguments:
                yield *unkeyed(place, body.calls), value, position
        elif name == "update":
            for shown in arguments:
                if type(shown) is tuple and shown[0] == "dict":
                    for key, value in shown[1:]:
                        yield place, key, value, position


class Senders(NamedTuple):
    """What calls that send are called: methods of connections, and functions of libraries."""

    methods: frozenset[str]
    functions: frozenset[str]

    def name(self, callee: Any) -> str:
        """The name of what is called where it sends, or an empty string."""
        name = split(callee)[1]
        return name if name.startswith(SENDING) or name in self.methods or name in self.functions else ""


def senders(program: Program, socket: str) -> Senders:
    """The names by which connections of kind `socket` are sent to."""
    methods = frozenset(m for row in program.vocabulary.kinds.get(socket, ()) for m in row.methods)
    return Senders(methods, program.vocabulary.lasts(EVERYONE))


def sent_to_all(program: Program, site: Site, held: Held, sending: Senders) -> tuple[Place, Any] | None:
    """The container to all whose connections a call sends."""
    body = program.units[site.file].body(site.scope)
    callee, arguments, *_ = body.calls[site.call]
    name = sending.name(callee)
    if not name:
        return None
    if name in sending.functions:
        for origin in program.evaluator.calls.callees(site):
            for row in program.evaluator.meaning.rows(origin, EVERYONE):
                if not row.keywords and 0 <= row.argument < len(arguments):
                    return whole(arguments[row.argument], held, body.calls)
    place = split(callee)[0]
    parts = (place, *arguments) if rooted(callee, held) else (place,)
    return next((found for v in parts if (found := from_all(v, held, body.calls))), None)


def filtered(body: Body, region: int, first: str) -> bool:
    """Whether a call stands under a condition that compares something with a parameter: it goes to some, not to all."""
    while region:
        kind, region, test = body.regions[region]
        if kind == "if" and type(test) is tuple and test[0] == "<-":
            names = [p for p in test[1:] if type(p) is str and p[0] == "$" and not p.startswith(f"{first}.")]
            if names and len(test) > 2:  # noqa: PLR2004  # a tag and both sides of a comparison
                return True
    return False
