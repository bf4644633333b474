"""State: one scope while it is lowered, and the file around it."""

import ast
from collections.abc import Callable
from typing import Any

from isolint.facts import FUNCTION, MODULE, Value
from isolint.lower.values import small, union


class File:
    """A file while it is lowered: its scopes in the order of discovery, and what is said once a file."""

    __slots__ = ("listed", "mentions", "pending", "position", "scopes", "stars")

    def __init__(self, position: Callable[[Any], int]) -> None:
        self.position = position
        self.scopes: list[Scope] = []
        self.pending: list[tuple[Scope, list[ast.stmt]]] = []
        self.mentions: set[str] = set()
        self.listed: set[str] = set()
        self.stars: list[tuple[int, str]] = []


class Scope:
    """A scope while it is lowered: what its names hold at this point, and the events so far."""

    __slots__ = (
        "asserts", "bases", "bindings", "bound", "calls", "decorators", "env", "file", "flags", "index", "kind",
        "loads", "me", "name", "outer", "params", "parent", "places", "position", "reads", "region", "regions",
        "returned", "returns", "stores", "turns", "unresolved", "yields",
    )  # fmt: skip

    def __init__(self, file: File, kind: int, name: str, parent: int, position: int) -> None:
        self.file = file
        self.kind = kind
        self.name = name
        self.parent = parent
        self.position = position
        self.index = len(file.scopes)
        file.scopes.append(self)
        file.mentions.add(name)
        self.flags = 0
        self.decorators: tuple[Value, ...] = ()
        self.params: list[tuple[str, Value, Value, int]] = []
        self.returns: Value = None
        self.bases: tuple[Value, ...] = ()
        self.bindings: dict[str, Value] = {}
        self.bound: dict[str, list[tuple[Value, int, int]]] = {}
        self.places: dict[str, int] = {}
        self.env: dict[str, Value] = {}
        self.outer: set[str] = set()
        self.me = ""
        self.calls: list[list[Any]] = []
        self.stores: list[tuple[Any, ...]] = []
        self.loads: list[tuple[Any, ...]] = []
        self.returned: list[tuple[Value, int]] = []
        self.yields: list[tuple[Value, int]] = []
        self.asserts: list[tuple[Value, int]] = []
        self.turns: list[tuple[Any, ...]] = []
        self.reads: dict[str, tuple[int, int]] = {}
        self.regions: list[tuple[Any, ...]] = [("", 0, None)]
        self.region = 0
        self.unresolved = 0

    def bind(self, name: str, value: Value, node: ast.expr | ast.stmt) -> None:
        """`name = value`; a rebound global or nonlocal is a store."""
        if name in self.outer:
            self.stores.append(("name", None, name, value, self.file.position(node), self.region))
            return
        if type(value) is tuple:
            value = small(value)
        if self.kind == FUNCTION:
            self.env[name] = self.bindings[name] = value
            if name in self.bound or _of_a_call(value):
                self.bound.setdefault(name, []).append((value, self.file.position(node), self.region))
            return
        self.file.mentions.add(name)
        if self.kind != MODULE:
            self.env[name] = value
        known = self.bindings
        if name not in known:
            self.places[name] = self.file.position(node)
        known[name] = union((known[name], value)) if name in known and known[name] != value else value

    def enter(self, kind: str, value: Value = None) -> int:
        """Open a region; returns the one to go back to."""
        before = self.region
        self.regions.append((kind, before, value))
        self.region = len(self.regions) - 1
        return before

    def turn(self, kind: str, value: Value, position: int) -> None:
        """Record a place where control may turn."""
        self.turns.append((kind, value, position, self.region))

    def read(self, name: str, position: int) -> None:
        """Record the first read of an attribute of the object whose method this is, or stands in."""
        self.reads.setdefault(name, (position, self.region))

    def merge(self, *envs: dict[str, Value]) -> None:
        """Go on with what the names hold after any of these ways."""
        first, *others = envs
        for env in others:
            for name, value in env.items():
                if name not in first:
                    first[name] = value
                elif (held := first[name]) is not value and held != value:
                    first[name] = small(union((held, value)))
        self.env = first


def _of_a_call(value: Value) -> bool:
    """Whether a value is what a call gives, annotated or entered."""
    while type(value) is tuple and value and value[0] in {":", "with"}:
        value = value[1]
    return type(value) is int
