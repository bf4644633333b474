"""Unit: one file of a program, its bodies loaded when somebody asks."""

import sys
from collections.abc import Callable
from typing import Any, Final, TypeVar

from isolint.facts import CLASS, MODULE, Body, Header, Interface

BITS: Final = 32  # for the number of a call behind that of its scope
NUMBER: Final = (1 << BITS) - 1
DISPLAYS: Final = ("list", "tuple", "set")

_Made = TypeVar("_Made")


class Unit:
    """A file's interface, and its bodies on demand; `load` gives the plain tuples that lowering made."""

    __slots__ = (
        "_bodies",
        "_callees",
        "_headers",
        "_index",
        "_load",
        "_made",
        "_outer",
        "_owners",
        "folder",
        "interface",
        "path",
    )

    def __init__(self, path: str, interface: tuple[Any, ...], load: Callable[[], tuple[Any, ...]]) -> None:
        self.path = path
        self.folder = path.rpartition("/")[0]
        self.interface = Interface._make(interface)
        self._load = load
        self._headers: list[Header] | None = None
        self._owners: list[int] | None = None
        self._outer: list[int] | None = None
        self._bodies: list[Body] | None = None
        self._callees: list[tuple[str, ...] | None] = []
        self._index: dict[str, tuple[int, ...]] | None = None
        self._made: dict[Callable[[Unit], Any], Any] = {}

    def once(self, make: "Callable[[Unit], _Made]") -> _Made:
        """What `make` tells of this file alone, made for whoever asks first."""
        if make not in self._made:
            self._made[make] = make(self)
        found: _Made = self._made[make]
        return found

    def header(self, scope: int) -> Header:
        """The outside of a scope."""
        headers = self._headers
        if headers is None:
            headers = self._headers = self._outsides()
        return headers[scope]

    def _outsides(self) -> list[Header]:
        """All headers; the interface lists them from now on too, so that nothing is held twice."""
        nothing: dict[str, Any] = {}
        headers = [Header._make((*row[:9], row[9] or nothing, row[10] or nothing)) for row in self.interface.scopes]
        self.interface = self.interface._replace(scopes=tuple(headers))
        return headers or [Header(MODULE, "", -1, 0, 0, (), (), None, (), {}, {})]  # of a file that could not be read

    def body(self, scope: int) -> Body:
        """The inside of a scope."""
        bodies = self._bodies
        if bodies is None:
            loaded = [Body._make(row) for row in self._load()]
            bodies = self._bodies = loaded or [Body(*[()] * len(Body._fields))]
            self._callees = [None] * len(bodies)
        return bodies[scope]

    def top(self) -> dict[str, Any]:
        """What the names at the top of the module are bound to."""
        scopes = self.interface.scopes
        found: dict[str, Any] = scopes[MODULE][9] if scopes else {}
        return found

    def callees(self, scope: int) -> tuple[str, ...]:
        """The last name of what each call of a scope calls, in the order of its calls."""
        if self._bodies is None:
            self.body(scope)
        found = self._callees[scope]
        if found is None:
            found = self._callees[scope] = tuple([sys.intern(last_name(call[0])) for call in self.body(scope).calls])
        return found

    def calls_named(self, name: str) -> list[tuple[int, int]]:
        """The (scope, number) of the calls whose callee ends with `name`, or that are given such a thing."""
        if self._index is None:
            self._index = self._indexed()
        return [(packed >> BITS, packed & NUMBER) for packed in self._index.get(name, ())]

    def _indexed(self) -> dict[str, tuple[int, ...]]:
        """The calls by name; scope and number in one int, as there are as many of them as there are arguments."""
        index: dict[str, list[int]] = {}
        for scope in range(len(self.interface.scopes)):
            for number, (call, last) in enumerate(zip(self.body(scope).calls, self.callees(scope), strict=True)):
                here = scope << BITS | number
                index.setdefault(last, []).append(here)
                for value in handed(call) if call[1] or call[2] else ():
                    given = "" if type(value) is int else last_name(value)
                    if given and given != last:
                        index.setdefault(given, []).append(here)
        return {name: tuple(calls) for name, calls in index.items()}

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
        owners = self._owners
        if owners is None:
            scopes = self.interface.scopes
            parents = [row[2] for row in scopes] or [-1]
            owners = self._owners = [p if p >= 0 and scopes[p][0] == CLASS else -1 for p in parents]
        return owners[scope]

    def outer(self, scope: int) -> int:
        """The nearest scope around one whose names it sees: a function's, or the module's; -1 around the module."""
        outer = self._outer
        if outer is None:
            scopes = self.interface.scopes
            outer = self._outer = []
            for row in scopes:
                around = row[2]
                while around > 0 and scopes[around][0] == CLASS:
                    around = scopes[around][2]
                outer.append(around)
        return outer[scope]


def last_name(value: Any) -> str:
    """The last name of a path, or an empty string."""
    if type(value) is str:
        start = value.rfind(".") + 1
        return value[start:] if start else value.lstrip("$")
    if type(value) is not tuple or not value:
        return ""
    if value[0] == ".":
        return str(value[2]).rpartition(".")[2]
    return str(value[3] or value[2]) if value[0] == "import" else ""


def receiver(value: Any) -> Any:
    """`a.b` of `a.b.c`, or None where there is no receiver."""
    if type(value) is str:
        end = value.rfind(".")
        return value[:end] if end >= 0 else None
    if type(value) is tuple and value and value[0] == ".":
        head = value[2].rpartition(".")[0]
        return (".", value[1], head) if head else value[1]
    return None


def handed(call: tuple[Any, ...]) -> list[Any]:
    """The values that a call is given, those in displays one by one."""
    values = [*call[1], *[v for _, v in call[2]]] if call[2] else list(call[1])
    for value in call[1]:
        if type(value) is tuple and value and value[0] in DISPLAYS:
            values += value[1:]
    for _, value in call[2]:
        if type(value) is tuple and value and value[0] in DISPLAYS:
            values += value[1:]
    return values
