"""State: one scope while it is lowered, and the file around it."""

import ast
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from isolint.facts import CLASS, COLUMNS, FUNCTION, MODULE, MOST, PLACES, Value, pack
from isolint.lower.positions import wide_position
from isolint.lower.values import LEAVES, small, union

Form: TypeAlias = Callable[["Scope", Any], Value]


class File:
    """A file while it is lowered: its scopes in the order of discovery, and what is said once a file."""

    __slots__ = ("forms", "listed", "mentions", "pending", "scopes", "stars", "wide")

    def __init__(self, wide: dict[int, bytes], forms: Mapping[type, Form]) -> None:
        self.wide = wide
        self.forms = forms
        self.scopes: list[Scope] = []
        self.pending: list[tuple[Scope, list[ast.stmt]]] = []
        self.mentions: set[str] = set()
        self.listed: set[str] = set()
        self.stars: list[tuple[int, str]] = []

    def position(self, node: Any) -> int:
        """What `pack` makes of the place of a node; inlined where it is on one line, as most are."""
        held = node.__dict__  # once: attributes of a node are slow to get
        line, column, end_line, end = held["lineno"], held["col_offset"], held["end_lineno"], held["end_col_offset"]
        wide = self.wide
        if wide and (line in wide or end_line in wide):
            return wide_position(wide, node)
        if line != end_line or (column | end) > MOST:
            return pack(line, column, end_line, end)
        place: int = (line * COLUMNS + column) * PLACES + end
        return place


class Scope:
    """A scope while it is lowered: what its names hold at this point, and the events so far."""

    __slots__ = (
        "asserts", "bases", "bindings", "bound", "calls", "decorators", "env", "file", "flags", "forms", "index",
        "kind", "loads", "me", "mentions", "name", "outer", "params", "parent", "places", "position", "reads", "region",
        "regions", "returned", "returns", "stores", "turns", "unresolved", "yields",
    )  # fmt: skip

    def __init__(self, file: File, kind: int, name: str, parent: int, position: int) -> None:
        self.file = file
        self.kind = kind
        self.name = name
        self.parent = parent
        self.position = position
        self.index = len(file.scopes)
        file.scopes.append(self)
        self.forms = file.forms
        self.mentions = file.mentions
        self.mentions.add(name)
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

    def bind(self, name: str, value: Value, node: ast.AST) -> None:
        """`name = value`; a rebound global or nonlocal is a store."""
        if self.outer and name in self.outer:
            self.stores.append(("name", None, name, value, self.file.position(node), self.region))
            return
        if type(value) is tuple and value[0] not in LEAVES:
            value = small(value)
        known = self.bindings
        if self.kind == FUNCTION:
            self.env[name] = known[name] = value
            if type(value) is int or name in self.bound or (type(value) is tuple and _of_a_call(value)):
                self.bound.setdefault(name, []).append((value, self.file.position(node), self.region))
            return
        self.mentions.add(name)
        if self.kind != MODULE:
            self.env[name] = value
        if name not in known:
            self.places[name] = self.file.position(node)
            known[name] = value
        else:
            known[name] = value if known[name] == value else union((known[name], value))

    def knows_type(self, path: str) -> bool:
        """Whether the parameter that a path begins with says its type, as `self` does."""
        root = path[1:].partition(".")[0]
        for number, (param, note, _, _) in enumerate(self.params):
            if param == root:
                return note is not None or (number == 0 and self.file.scopes[self.parent].kind == CLASS)
        return False

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
            if env == first:
                continue
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
