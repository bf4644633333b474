"""Managers: which classes keep connections, and whether they keep them by user."""

from dataclasses import dataclass
from typing import Any

from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.origins import Arg, Cls, Obj

ADDERS = frozenset({"append", "add", "appendleft", "insert"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What the methods of a class do with connections."""

    keeps: bool
    keyed: bool
    sends_to_all: bool


def shape(program: Program, cls: Cls, socket: str) -> Shape:
    """How a class keeps and serves connections of kind `socket`, its bases in the program included."""
    senders = frozenset(m for row in program.vocabulary.kinds.get(socket, ()) for m in row.methods)
    keeps = unkeyed = to_all = False
    for owner in program.evaluator.members.mro(cls):
        if type(owner) is not Cls:
            continue
        unit = program.units[owner.file]
        for method in program.evaluator.members.methods(owner):
            params = unit.header(method).params
            first = f"${params[0][0]}" if params else "$"
            body = unit.body(method)
            for kind, base, key, value, _, _ in body.stores:
                if kind == "item" and _root(base, first) and _socket(program, owner, method, value, socket):
                    keeps = True
                    unkeyed = unkeyed or (type(key) is tuple and key[0] == "=")
            for callee, arguments, *_ in body.calls:
                place, name = _split(callee)
                if name in ADDERS and any(_socket(program, owner, method, a, socket) for a in arguments):
                    found, by_key = _holder(place, first, body.calls)
                    keeps = keeps or found
                    unkeyed = unkeyed or (found and not by_key)
                if name in senders and _from_all(place, first, body.calls):
                    to_all = True
    return Shape(keeps, keeps and not unkeyed, to_all)


def manager(program: Program, cls: Cls, kind: str, socket: str) -> Confidence | None:
    """How sure it is that a class serves the connections of all users without keying them, or None."""
    found = shape(program, cls, socket)
    if found.keeps and not found.keyed and found.sends_to_all:
        return "high"
    if not program.evaluator.meaning.rows(Obj(cls, None), kind) and not program.evaluator.meaning.rows(cls, kind):
        return None
    if found.keeps:
        return "medium" if not found.keyed or found.sends_to_all else None
    mentions = program.units[cls.file].interface.mentions
    return "medium" if any("websocket" in m.lower() for m in mentions) else None


def _split(callee: Any) -> tuple[Any, str]:
    match callee:
        case str() if "." in callee:
            place, _, name = callee.rpartition(".")
            return place, name
        case (".", base, path):
            place, _, name = path.rpartition(".")
            return ((".", base, place) if place else base), name
    return None, ""


def _root(place: Any, first: str) -> bool:
    """Whether a place hangs on `self`."""
    match place:
        case str():
            return place.startswith(f"{first}.")
        case ("[]" | ".", base, _):
            return _root(base, first)
    return False


def _holder(place: Any, first: str, calls: tuple[Any, ...]) -> tuple[bool, bool]:
    """Whether a place hangs on `self`, and whether it is the part under a key: `x[k]`, `x.setdefault(k, [])`."""
    if type(place) is int:
        callee, arguments, *_ = calls[place]
        return _root(_split(callee)[0], first), bool(arguments)
    return _root(place, first), type(place) is tuple


def _socket(program: Program, owner: Cls, scope: int, value: Any, socket: str) -> bool:
    """Whether a value is a connection: by its type, or a parameter called so that is accepted or sent to."""
    for origin in program.evaluator.origins(owner.file, scope, value):
        if program.evaluator.meaning.has_kind(origin, socket):
            return True
        if type(origin) is Arg and origin.name in program.vocabulary.names("websocket-name"):
            return True
    return False


def _from_all(place: Any, first: str, calls: tuple[Any, ...]) -> bool:
    """Whether a place is an element met by iterating over all that `self` keeps."""
    match place:
        case ("iter", inner):
            return _whole(inner, first, calls)
        case ("[]" | ".", base, _):
            return _from_all(base, first, calls)
        case ("|", *members):
            return any(_from_all(m, first, calls) for m in members)
    return False


def _whole(value: Any, first: str, calls: tuple[Any, ...]) -> bool:
    """Whether a value is a container on `self`, or a view or copy of one, not the part under a key."""
    match value:
        case str():
            return value.startswith(f"{first}.")
        case int():
            callee, arguments, *_ = calls[value]
            if _root(callee, first):
                return not arguments
            return any(_whole(v, first, calls) for v in arguments[:1])
        case ("iter", inner):
            return _whole(inner, first, calls)
        case (".", base, _):
            return type(base) is int and _whole(base, first, calls)
        case ("list" | "tuple" | "set", *items):
            return any(_whole(i, first, calls) for i in items)
    return False
