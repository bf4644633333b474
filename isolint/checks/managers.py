"""Managers: which classes keep connections, and whether they keep them by user."""

from dataclasses import dataclass
from typing import Any

from isolint.facts import Body
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.origins import Arg, Cls, Obj
from isolint.program.unit import Unit, last_name

ADDERS = frozenset({"append", "add", "appendleft", "insert"})
CONTAINERS = frozenset({"set", "list", "dict", "defaultdict", "deque", "OrderedDict", "WeakSet"})
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
                _under(base, key, body.calls)
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
            for call in body.calls:
                callee, arguments = call[:2]
                place, name = _split(callee)
                if name in ADDERS and any(_socket(program, at, a) for a in arguments):
                    found.append(_unkeyed(place, body.calls))
                found += [(place, key) for a in arguments if name == "update" for key in _keys(program, at, a)]
                filtered = _filtered(body, call[5], firsts)
                sends = name in senders or name.startswith(SENDING)
                whole = (place, *arguments) if _rooted(callee, firsts) else (place,)
                to_all = to_all or (sends and not filtered and any(_from_all(v, firsts, body.calls) for v in whole))
            for place, key in found:
                if attribute := _rooted(place, firsts):
                    kept.append((attribute, key))
                    on_class = on_class or _is_container(unit, owner.scope, attribute)
    keys = [key for _, key in kept]
    keyed = bool(kept) and all(key is not None and not (type(key) is tuple and key[0] == "=") for key in keys)
    by_user = keyed and any(last_name(part) in people for key in keys for part in _parts(key))
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
    return "medium" if found.sends_to_all else None


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


def _parts(key: Any) -> tuple[Any, ...]:
    return key[1:] if type(key) is tuple and key[0] == "tuple" else (key,)


def _is_container(unit: Unit, scope: int, attribute: str) -> bool:
    """Whether a class binds a name to a container, which is then one for all of its objects."""
    value = unit.header(scope).bindings.get(attribute)
    inner = value[1] if type(value) is tuple and value[0] == ":" else value
    if type(inner) is int:
        return last_name(unit.body(scope).calls[inner][0]) in CONTAINERS
    return type(inner) is tuple and inner[0] in ("list", "set", "dict")


def _under(base: Any, key: Any, calls: tuple[Any, ...]) -> tuple[Any, Any]:
    """The container and key of an item store; of `x.setdefault(k, {})[j]` it is `k` that counts, as of `x[k][j]`."""
    if type(base) is int:
        return _unkeyed(base, calls)
    if type(base) is tuple and base[0] == "[]":
        return base[1], base[2]
    return base, key


def _keys(program: Program, at: tuple[Cls, int, str], value: Any) -> list[Any]:
    """The keys of a dict display under which connections stand."""
    if type(value) is not tuple or value[0] != "dict":
        return []
    return [k for k, v in value[1:] if _socket(program, at, v)]


def _filtered(body: Body, region: int, firsts: tuple[str, str]) -> bool:
    """Whether a call stands under a condition that compares something with a parameter: it goes to some, not to all."""
    while region:
        kind, region, test = body.regions[region]
        if kind == "if" and type(test) is tuple and test[0] == "<-":
            names = [p for p in test[1:] if type(p) is str and p[0] == "$" and not p.startswith(f"{firsts[0]}.")]
            if names and len(test) > 2:  # noqa: PLR2004  # a tag and both sides of a comparison
                return True
    return False


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
