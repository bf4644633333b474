"""Unit: one file of a program, its bodies loaded when somebody asks."""

from collections.abc import Callable
from typing import Any

from isolint.facts import CLASS, MODULE, Body, Header, Interface


class Unit:
    """A file's interface, and its bodies on demand; `load` gives the plain tuples that lowering made."""

    __slots__ = ("_bodies", "_callees", "_headers", "_index", "_load", "folder", "interface", "path")

    def __init__(self, path: str, interface: tuple[Any, ...], load: Callable[[], tuple[Any, ...]]) -> None:
        self.path = path
        self.folder = path.rpartition("/")[0]
        self.interface = Interface._make(interface)
        self._load = load
        self._headers: dict[int, Header] = {}
        self._callees: dict[int, tuple[str, ...]] = {}
        self._bodies: list[Any] | None = None
        self._index: dict[str, list[tuple[int, int]]] | None = None

    def header(self, scope: int) -> Header:
        """The outside of a scope."""
        found = self._headers.get(scope)
        if found is None:
            scopes = self.interface.scopes
            found = self._headers[scope] = Header._make(scopes[scope]) if scopes else _unread()
        return found

    def body(self, scope: int) -> Body:
        """The inside of a scope."""
        if self._bodies is None:
            self._bodies = list(self._load()) or [Body(*[()] * len(Body._fields))]
        found = self._bodies[scope]
        if type(found) is not Body:
            found = self._bodies[scope] = Body._make(found)
        return found

    def top(self) -> dict[str, Any]:
        """What the names at the top of the module are bound to."""
        scopes = self.interface.scopes
        found: dict[str, Any] = scopes[MODULE][9] if scopes else {}
        return found

    def callees(self, scope: int) -> tuple[str, ...]:
        """The last name of what each call of a scope calls, in the order of its calls."""
        found = self._callees.get(scope)
        if found is None:
            found = self._callees[scope] = tuple([last_name(call[0]) for call in self.body(scope).calls])
        return found

    def calls_named(self, name: str) -> list[tuple[int, int]]:
        """The (scope, number) of the calls whose callee ends with `name`, or that are given such a thing."""
        if self._index is None:
            index: dict[str, list[tuple[int, int]]] = {}
            for scope in range(len(self.interface.scopes)):
                for number, (call, last) in enumerate(zip(self.body(scope).calls, self.callees(scope), strict=True)):
                    index.setdefault(last, []).append((scope, number))
                    for value in handed(call) if call[1] or call[2] else ():
                        given = last_name(value)
                        if given and given != last:
                            index.setdefault(given, []).append((scope, number))
            self._index = index
        return self._index.get(name, [])

    def qualname(self, scope: int) -> str:
        """The dotted name of a scope inside its module."""
        names = []
        while scope > 0:
            header = self.header(scope)
            names.append(header.name)
            scope = header.parent
        return ".".join(reversed(names))

    def own(self, scope: int) -> str:
        """The parameter that a method gets its object or class by, or an empty string."""
        header = self.header(scope)
        bound = self.owner(scope) >= 0 and header.params and "staticmethod" not in header.decorators
        return str(header.params[0][0]) if bound else ""

    def owner(self, scope: int) -> int:
        """The class that a method's scope stands in, or -1."""
        parent = self.header(scope).parent
        return parent if parent >= 0 and self.header(parent).kind == CLASS else -1


def _unread() -> Header:
    """The module of a file that could not be read."""
    return Header(MODULE, "", -1, 0, 0, (), (), None, (), {}, {})


def last_name(value: Any) -> str:
    """The last name of a path, or an empty string."""
    if type(value) is str:
        return value[value.rfind(".") + 1 :].lstrip("$")
    if type(value) is not tuple or not value:
        return ""
    if value[0] == ".":
        return str(value[2]).rpartition(".")[2]
    return str(value[3] or value[2]) if value[0] == "import" else ""


def receiver(value: Any) -> Any:
    """`a.b` of `a.b.c`, or None where there is no receiver."""
    match value:
        case str() if "." in value:
            return value.rpartition(".")[0]
        case (".", base, path):
            head = path.rpartition(".")[0]
            return (".", base, head) if head else base
    return None


def handed(call: tuple[Any, ...]) -> list[Any]:
    """The values that a call is given, those in displays one by one."""
    values = [*call[1], *[v for _, v in call[2]]]
    inner = [i for v in values if type(v) is tuple and v and v[0] in ("list", "tuple", "set") for i in v[1:]]
    return values + inner


def carried(unit: Unit, names: frozenset[str]) -> set[str]:
    """The names of a file that are bound to, return or are annotated with one of `names`, as far as text tells."""
    found: set[str] = set()
    for scope in range(len(unit.interface.scopes)):
        header, body = unit.header(scope), unit.body(scope)
        found |= {n for n, v in header.bindings.items() if _speaks(v, names, body)}
        found |= {row[0] for row in header.params if row[1] is not None and _speaks(row[1], names, body)}
        found |= {str(s[2]) for s in body.stores if s[0] in ("attr", "name") and _speaks(s[3], names, body)}
        if _speaks(header.returns, names, body) or any(_speaks(v, names, body) for v, _ in body.returns):
            found.add(header.name)
    return found - {"self", "cls"}


def _speaks(value: Any, names: frozenset[str], body: Body) -> bool:
    match value:
        case int():
            return value < len(body.calls) and last_name(body.calls[value][0]) in names
        case ("|" | ":" | "[]" | "tuple", *_):
            return any(_speaks(m, names, body) for m in value[1:])
    return last_name(value) in names
