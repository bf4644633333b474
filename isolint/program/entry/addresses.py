"""Addresses: what a caller's expression can come to as an address, with holes where nobody can tell."""

from itertools import product
from typing import Any, Final, NamedTuple

from isolint.facts import MODULE
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Const

HOLE: Final = "\0"  # text that is not known
PIECED: Final = "\1"  # ends a text that was put together: parts of which nothing is known are left out of values
MANY: Final = 12
FAR: Final = 6
JOINING: Final = frozenset({"urljoin", "build_url", "str"})


class Address(NamedTuple):
    """The segments of an address's path, HOLE for one that is not known; `open`: more may stand before them."""

    segments: tuple[str, ...]
    open: bool


class Addresses:
    """Texts of values, through names, attributes and displays."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._e = evaluator

    def of(self, file: int, scope: int, value: Any) -> tuple[Address, ...]:
        """The addresses that a value may be; those of which nothing is known are left out."""
        found = (parsed(text) for text in self.texts(file, scope, value))
        return tuple(dict.fromkeys(address for address in found if address))

    def texts(self, file: int, scope: int, value: Any, depth: int = 0) -> tuple[str, ...]:
        """The texts that a value may be, with holes."""
        if depth > FAR:
            return (HOLE,)
        match value:
            case ("=", constant):
                return (str(constant),)
            case ("<-", *_):
                each = [self.texts(file, scope, p, depth + 1) for p in value[1:]]
                return tuple("".join(way).replace(PIECED, "") + PIECED for way in _first(product(*each)))
            case ("|", *_) | ("iter", ("list" | "tuple" | "set", *_)):
                members = value[1:] if value[0] == "|" else value[1][1:]
                return tuple(dict.fromkeys(t for m in members for t in self.texts(file, scope, m, depth + 1)))[:MANY]
            case (":", inner, _):
                return self.texts(file, scope, inner, depth + 1)
            case ("[]", base, key):
                return self._element(file, scope, base, key, depth)
            case int():
                return self._called(file, scope, value, depth)
            case str():
                return self._named(file, scope, value, depth)
        return (HOLE,)

    def _called(self, file: int, scope: int, number: int, depth: int) -> tuple[str, ...]:
        callee, arguments, *_ = self._e.units[file].body(scope).calls[number]
        if last_name(callee) in JOINING and arguments:
            return tuple(
                f"{HOLE if len(arguments) > 1 else ''}{t}"
                for t in self.texts(file, scope, arguments[-1], depth + 1)
            )  # fmt: skip
        known = [o.value for o in self._e.calls.result(file, scope, number, None) if isinstance(o, Const)]
        return tuple(v for v in known if isinstance(v, str)) or (HOLE,)

    def _named(self, file: int, scope: int, path: str, depth: int) -> tuple[str, ...]:
        known = [o.value for o in self._e.origins(file, scope, path) if isinstance(o, Const)]
        if texts := tuple(v for v in known if isinstance(v, str)):
            return texts[:MANY]
        behind = self.behind(file, scope, path)
        found = [t for at, inner, v in behind if v != path for t in self.texts(at, inner, v, depth + 1)]
        return tuple(dict.fromkeys(found))[:MANY] or (HOLE,)

    def behind(self, file: int, scope: int, path: str) -> list[tuple[int, int, Any]]:
        """What a module's name or an attribute of a method's own object is bound to, and where that stands."""
        if path[0] != "$":
            found = self._e.names.definition(file, path) if "." not in path else None
            return [(found[0], MODULE, found[1])] if found else []
        own, _, name = path.partition(".")
        unit = self._e.units[file]
        owner = unit.owner(scope)
        if owner < 0 or "." in name or own != f"${unit.own(scope)}":
            return []
        values: list[tuple[int, int, Any]] = []
        for base in self._e.members.mro(Cls(file, owner)):
            if isinstance(base, Cls):
                bindings = self._e.units[base.file].header(base.scope).bindings
                values += [(base.file, s, v) for s, v in self._e.members.attributes(base).get(name, ())]
                values += [(base.file, base.scope, bindings[name])] if name in bindings else []
        return values

    def _element(self, file: int, scope: int, base: Any, key: Any, depth: int) -> tuple[str, ...]:
        values = self.behind(file, scope, base) if type(base) is str else [(file, scope, base)]
        items = [(at, inner, v) for at, inner, shown in values for v in _items(shown, key)]
        found = [t for at, inner, v in items for t in self.texts(at, inner, v, depth + 1)]
        return tuple(dict.fromkeys(found))[:MANY] or (HOLE,)


def parsed(text: str) -> Address | None:
    """The path of an address, or None where nothing of it is known."""
    pieced = text.endswith(PIECED)
    before, scheme, after = text.removesuffix(PIECED).partition("://")
    if scheme:
        _, slash, rest = after.partition("/")
        hidden = False
    elif before.startswith("/"):
        slash, rest, hidden = "/", before[1:], False
    elif before.startswith(HOLE) or ":" in before:
        _, slash, rest = before.partition("/")
        hidden = True
    else:
        slash, rest, hidden = "/", before, True
    if pieced and not slash:
        return None
    path = rest.partition("?")[0].partition("#")[0]
    parts = path.split("/")
    if pieced:  # what stood between two slashes, or behind the last one, is not known
        parts = [p or HOLE for p in parts]
    segments = tuple(HOLE if HOLE in p else p for p in parts if p)
    if not any(s != HOLE for s in segments) and (segments or hidden):
        return None
    return Address(segments, hidden)


def _items(display: Any, key: Any) -> list[Any]:
    """What a display of a dictionary has under a key, or in all its places where the key is not written out."""
    match display:
        case ("dict", *_):
            named = [v for k, v in display[1:] if k == key]
            return named or ([] if type(key) is tuple and key[:1] == ("=",) else [v for _, v in display[1:]])
        case ("iter", ("list" | "tuple" | "set", *_)):
            return [v for m in display[1][1:] for v in _items(m, key)]
        case (":", inner, _):
            return _items(inner, key)
    return []


def _first(ways: Any) -> list[tuple[str, ...]]:
    return [way for way, _ in zip(ways, range(MANY), strict=False)]
