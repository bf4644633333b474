"""Managers: which classes keep connections, and whether they keep them by user."""

from dataclasses import dataclass
from typing import Any

from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.origins import Arg, Cls, Obj
from isolint.program.unit import last_name

ADDERS = frozenset({"append", "add", "appendleft", "insert"})
SENDING = ("send", "broadcast", "emit", "notify", "publish")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the methods of a class do with connections.

    `keyed` connections are reached by a key that is no constant, `by_user` by a user's; `on_class` ones are kept on the
    class itself; `places` are the attributes that hold them.
    """

    keeps: bool
    keyed: bool
    by_user: bool
    on_class: bool
    sends_to_all: bool
    places: frozenset[str]


def shape(program: Program, cls: Cls, socket: str) -> Shape:
    """How a class keeps and serves connections of kind `socket`, its bases in the program included."""
    senders = frozenset(m for row in program.vocabulary.kinds.get(socket, ()) for m in row.methods)
    people = program.vocabulary.names("identity-name")
    kept: list[tuple[str, Any]] = []
    on_class = to_all = False
    for owner in program.evaluator.members.mro(cls):
        if not isinstance(owner, Cls):
            continue
        unit = program.units[owner.file]
        for method in program.evaluator.members.methods(owner):
            at = (owner, method, socket)
            header, body = unit.header(method), unit.body(method)
            firsts = (f"${header.params[0][0]}" if header.params else "$", unit.header(owner.scope).name)
            found = [
                (base, key)
                for kind, base, key, value, *_ in body.stores
                if kind == "item" and _socket(program, at, value)
            ]
            found += [
                (base if base != firsts[0] else f"{base}.{key}", None)
                for kind, base, key, value, *_ in body.stores
                if kind == "attr"
                and type(value) is tuple
                and value[0] in ("list", "set")
                and _socket(program, at, value)
            ]
            for callee, arguments, *_ in body.calls:
                place, name = _split(callee)
                if name in ADDERS and any(_socket(program, at, a) for a in arguments):
                    found.append(_unkeyed(place, body.calls))
                sends = name in senders or name.startswith(SENDING)
                whole = (place, *arguments) if _rooted(callee, firsts) else (place,)
                to_all = to_all or (sends and any(_from_all(v, firsts, body.calls) for v in whole))
            for place, key in found:
                if attribute := _rooted(place, firsts):
                    kept.append((attribute, key))
                    on_class = on_class or attribute in unit.header(owner.scope).bindings
    keys = [key for _, key in kept]
    keyed = bool(kept) and all(key is not None and not (type(key) is tuple and key[0] == "=") for key in keys)
    by_user = keyed and any(last_name(key) in people for key in keys)
    return Shape(bool(kept), keyed, by_user, on_class, to_all, frozenset(a for a, _ in kept))


def manager(program: Program, cls: Cls, kind: str, socket: str) -> Confidence | None:
    """How sure it is that a class serves the connections of all users without keying them, or None."""
    found = shape(program, cls, socket)
    if found.keeps and not found.keyed and found.sends_to_all:
        return "high"
    meaning = program.evaluator.meaning
    rows = (*meaning.rows(Obj(cls, None), kind), *meaning.rows(cls, kind))
    if any(not row.path.startswith("*.") for row in rows):
        return "high"  # a path of its own: whoever knows this very class says that it must not be shared
    if not rows:
        return None
    if found.keyed:
        return "medium" if found.sends_to_all and not found.by_user else None
    if found.keeps:
        return "medium" if _iterated_elsewhere(program, cls, found.places) else None
    mentions = program.units[cls.file].interface.mentions
    return "medium" if any("websocket" in m.lower() for m in mentions) else None


def _iterated_elsewhere(program: Program, cls: Cls, places: frozenset[str]) -> bool:
    """Whether some other code goes through all connections that a class keeps."""
    for file, unit in enumerate(program.units):
        if file == cls.file or places.isdisjoint(unit.interface.mentions):
            continue
        for scope in range(len(unit.interface.scopes)):
            for region in unit.body(scope).regions:
                if region[0] == "loop" and type(region[2]) is tuple and last_name(region[2][-1]) in places:
                    return True
    return False


def _split(callee: Any) -> tuple[Any, str]:
    match callee:
        case str() if "." in callee:
            place, _, name = callee.rpartition(".")
            return place, name
        case (".", base, path):
            place, _, name = path.rpartition(".")
            return ((".", base, place) if place else base), name
    return None, ""


def _rooted(place: Any, firsts: tuple[str, str]) -> str:
    """The attribute of `self`, `cls` or the class by its name that a place hangs on, or an empty string."""
    match place:
        case str():
            root, _, rest = place.partition(".")
            return rest.partition(".")[0] if root in firsts else ""
        case ("[]" | ".", base, _):
            return _rooted(base, firsts)
    return ""


def _unkeyed(place: Any, calls: tuple[Any, ...]) -> tuple[Any, Any]:
    """The container behind the place that something is added to, and the key: `x[k]`, `x.setdefault(k, [])`, or `x`."""
    if type(place) is int:
        callee, arguments, *_ = calls[place]
        return _split(callee)[0], arguments[0] if arguments else None
    if type(place) is tuple and place[0] == "[]":
        return place[1], place[2]
    return place, None


def _socket(program: Program, at: tuple[Cls, int, str], value: Any, depth: int = 0) -> bool:
    """Whether a value is a connection or holds one: by its type, or a parameter called so; a wrapper is looked into."""
    owner, scope, socket = at
    names = program.vocabulary.names("websocket-name")
    for origin in program.evaluator.origins(owner.file, scope, value):
        if program.evaluator.meaning.has_kind(origin, socket) or (isinstance(origin, Arg) and origin.name in names):
            return True
    if depth > 1:
        return False
    match value:
        case int():
            _, arguments, keywords, *_ = program.units[owner.file].body(scope).calls[value]
            return any(_socket(program, at, v, depth + 1) for v in (*arguments, *[v for _, v in keywords]))
        case ("list" | "tuple" | "set", *items):
            return any(_socket(program, at, v, depth + 1) for v in items)
        case ("dict", *pairs):
            return any(_socket(program, at, v, depth + 1) for _, v in pairs)
    return False


def _from_all(place: Any, firsts: tuple[str, str], calls: tuple[Any, ...]) -> bool:
    """Whether a place is an element met by iterating over all that the object keeps."""
    match place:
        case ("iter", inner):
            return _whole(inner, firsts, calls)
        case ("[]" | ".", base, _):
            return _from_all(base, firsts, calls)
        case ("|", *members):
            return any(_from_all(m, firsts, calls) for m in members)
    return False


def _whole(value: Any, firsts: tuple[str, str], calls: tuple[Any, ...]) -> bool:
    """Whether a value is a container of the object's, or a view or copy of one, not the part under a key."""
    match value:
        case str():
            return bool(_rooted(value, firsts))
        case int():
            callee, arguments, *_ = calls[value]
            if _rooted(callee, firsts):
                return type(callee) is str and not arguments
            return any(_whole(v, firsts, calls) for v in arguments[:1])
        case ("iter", inner):
            return _whole(inner, firsts, calls)
        case (".", base, _):
            return type(base) is int and _whole(base, firsts, calls)
        case ("list" | "tuple" | "set", *items):
            return any(_whole(i, firsts, calls) for i in items)
    return False
