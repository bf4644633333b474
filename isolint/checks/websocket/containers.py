"""Containers: how a value hangs on what keeps connections, and when it means all that is kept."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from isolint.program import Program
from isolint.program.values.origins import Mod

ADDERS: Final = frozenset({"append", "add", "appendleft", "insert"})
MADE: Final = frozenset({"set", "list", "dict", "defaultdict", "deque", "OrderedDict", "WeakSet"})
HOPS: Final = 4  # imports that are followed from one module to the next


class Place(NamedTuple):
    """An attribute of a class, or a name of a module, whose scope is 0."""

    file: int
    scope: int
    name: str


Held = Callable[[Any], Place | None]
"""Which container a path begins with, seen from some function."""

Calls = tuple[tuple[Any, ...], ...]
"""The calls of that function, as a body lists them."""


def attributes(file: int, scope: int, firsts: tuple[str, str]) -> Held:
    """The attributes of a class, reached by one of `firsts`: the first parameter, the name of the class."""

    def held(path: Any) -> Place | None:
        root, _, rest = path.partition(".") if type(path) is str else ("", "", "")
        name = rest.partition(".")[0]
        return Place(file, scope, name) if name and root in firsts else None

    return held


def globals_of(program: Program, file: int, scope: int) -> Held:
    """The containers of modules, reached from a function of `file` by their name or through an import."""

    def held(path: Any) -> Place | None:
        if type(path) is not str:
            return _imported(program, file, path, "") if type(path) is tuple and path[0] == "import" else None
        root, _, rest = path.partition(".")
        if root[:1] == "$" or _nested(program, file, scope, root):
            return None
        value = program.units[file].header(0).bindings.get(root)
        if type(value) is tuple and value[0] == "import":
            return _imported(program, file, value, rest.partition(".")[0])
        return _container(program, file, root)

    return held


def _nested(program: Program, file: int, scope: int, name: str) -> bool:
    """Whether a function around binds the name."""
    at = program.units[file].header(scope).parent
    while at > 0:
        if name in program.units[file].header(at).bindings:
            return True
        at = program.units[file].header(at).parent
    return False


def _imported(program: Program, file: int, value: tuple[Any, ...], following: str) -> Place | None:
    """The container that an import gives, or that a module's name `following` is where a module is imported."""
    names = program.evaluator.names
    for _ in range(HOPS):
        _, level, module, name = value
        target = next((o for o in program.evaluator.origins(file, 0, value) if type(o) is Mod), None)
        if target is not None:
            name, following = following, ""
        else:
            target = next((o for o in names.imported(file, level, module, None) if type(o) is Mod), None)
        if target is None or not name or not program.units[target.file].interface.scopes:
            return None
        file = target.file
        bound = program.units[file].header(0).bindings.get(name)
        if type(bound) is not tuple or bound[0] != "import":
            return _container(program, file, name)
        value = bound
    return None


def _container(program: Program, file: int, name: str) -> Place | None:
    value = program.units[file].header(0).bindings.get(name)
    return Place(file, 0, name) if makes(program, file, 0, value) else None


def makes(program: Program, file: int, scope: int, value: Any) -> str:
    """What kind of container a value makes, by the name of what is called, or an empty string."""
    inner = value[1] if type(value) is tuple and value and value[0] == ":" else value
    if type(inner) is int:
        called = split(program.units[file].body(scope).calls[inner][0])[1]
        return called if called in MADE else ""
    return str(inner[0]) if type(inner) is tuple and inner and inner[0] in ("list", "set", "dict") else ""


def split(callee: Any) -> tuple[Any, str]:
    """What a method is called on, and its name; of a plain function only the name."""
    match callee:
        case str():
            place, _, name = callee.rpartition(".")
            return place or None, name
        case (".", base, path):
            place, _, name = path.rpartition(".")
            return ((".", base, place) if place else base), name
        case ("import", _, _, str() as name):
            return None, name
    return None, ""


def rooted(place: Any, held: Held) -> Place | None:
    """The container that a place hangs on."""
    match place:
        case str() | ("import", *_):
            return held(place)
        case ("[]" | ".", base, _):
            return rooted(base, held)
    return None


def whole(value: Any, held: Held, calls: Calls) -> tuple[Place, Any] | None:
    """The container that a value is, or is a view or copy of; with a constant, where it is what stands under that."""
    match value:
        case str() | ("import", *_):
            found = held(value)
            return (found, None) if found else None
        case int():
            callee, arguments, *_ = calls[value]
            if place := rooted(callee, held):
                return (place, None) if type(callee) is str and not arguments else None
            return next((f for v in arguments[:1] if (f := whole(v, held, calls))), None)
        case ("[]", base, ("=", str() as key)):
            found_below = whole(base, held, calls)
            return (found_below[0], key) if found_below and found_below[1] is None else None
        case ("iter", inner):
            return whole(inner, held, calls)
        case (".", base, _):
            return whole(base, held, calls) if type(base) is int else None
        case ("list" | "tuple" | "set", *items):
            return next((f for i in items if (f := whole(i, held, calls))), None)
    return None


def from_all(place: Any, held: Held, calls: Calls) -> tuple[Place, Any] | None:
    """The container of which a place is an element, met by iterating over all that is kept."""
    match place:
        case ("iter", inner):
            return whole(inner, held, calls)
        case ("[]" | ".", base, _):
            return from_all(base, held, calls)
        case ("|", *members):
            return next((f for m in members if (f := from_all(m, held, calls))), None)
    return None


def under(base: Any, key: Any, calls: Calls) -> tuple[Any, Any]:
    """The container and key of an item store; of `x.setdefault(k, {})[j]` it is `k` that counts, as of `x[k][j]`."""
    if type(base) is int:
        return unkeyed(base, calls)
    if type(base) is tuple and base[0] == "[]":
        return base[1], base[2]
    return base, key


def unkeyed(place: Any, calls: Calls) -> tuple[Any, Any]:
    """The container behind the place that something is added to, and the key: `x[k]`, `x.setdefault(k, [])`, or `x`."""
    if type(place) is int:
        callee, arguments, *_ = calls[place]
        return split(callee)[0], arguments[0] if arguments else None
    if type(place) is tuple and place[0] == "[]":
        return place[1], place[2]
    return place, None
