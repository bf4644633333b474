"""Candidates: the writes of a function that may let request data out, by what the function itself tells."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.program.flow.handed import Handed
from isolint.program.flow.keepers import Keepers
from isolint.program.flow.places import Place, Places, Step
from isolint.program.flow.requests import Requests
from isolint.program.flow.swapped import Swapped
from isolint.program.flow.writes import Write, Writes
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Arg, Cls, Const, Ext, Fn, Obj, Origin, Origins, join

# Kinds of what is changed that are the request's, hand on, or have a rule of their own.
NOT_KEPT: Final = (
    "request",
    "request-state",
    "context-variable",
    "thread-local",
    "weak-container",
    "channel",
    "process-state",
)
FRESH: Final = frozenset({"list", "dict", "set"})
INNER: Final = ("[]", ".setdefault()")
OWN: Final = frozenset({"self", "cls", "task"})
BUILDING: Final = frozenset(
    {"__init__", "__new__", "__post_init__", "__init_subclass__", "__set_name__", "__setstate__"}
)


class Candidates:
    """Leaves out what is certainly none: local things, counters, tasks, sockets, what belongs to the request."""

    def __init__(
        self, evaluator: Evaluator, writes: Writes, requests: Requests, keepers: Keepers, places: Places,
        handed: Handed, swapped: Swapped,
    ) -> None:  # fmt: skip
        self._swapped = swapped
        self._places = places
        self._handed = handed
        self._keepers = keepers
        self._requests = requests
        self._e = evaluator
        self._units = evaluator.units
        self._writes = writes

    def of(self, file: int, scope: int) -> Iterator[Write]:
        """The writes worth following."""
        unit = self._units[file]
        header = unit.header(scope)
        building = header.name in BUILDING and unit.owner(scope) >= 0
        first = f"${header.params[0][0]}" if header.params and unit.owner(scope) >= 0 else "$"
        for write in self._writes.of(file, scope):
            put = write.values or (write.key,)
            if all(_plain(v) for v in put) or (write.base is None and write.how != "name"):
                continue
            root = _root(write.base)
            if (building and root == first) or self._passing(file, scope, write, root, first):
                continue
            if self._requests.of(file, scope, *put, write.key).empty:
                continue
            if self._keeps(write) and self._is_data(write):
                yield write

    def _passing(self, file: int, scope: int, write: Write, root: str, first: str) -> bool:
        """Whether what is changed cannot last: made here, or one of many objects."""
        if type(write.base) is int:
            return self._units[file].body(scope).calls[write.base][0] in FRESH
        if root == first and type(write.base) is str:
            own, _, rest = write.base[1:].partition(".")
            if rest.startswith("__class__"):
                return False
            steps = tuple(Step(name) for name in rest.split(".")) if rest else ()
            place = Place("parameter", file, scope, own, steps)
            lasts = self._keepers.may_last(place) or self._keepers.shared(place)
            return not lasts and not self._handed.kept(place) and self._swapped.of(write) is None
        return False

    def _keeps(self, write: Write) -> bool:
        """Whether what is changed can keep something, and is no counter."""
        if write.how == "name":
            return not write.grown or self._grows(write, self._e.origins(write.file, write.scope, write.key))
        held = self._e.origins(write.file, write.scope, write.base)
        if self._unknown(write):
            held = self._given(write)
            if not held:
                return False
        elif any(type(o) is Arg for o in held):
            held = join(held, self._given(write))
        if any(self._has(o, kind) for o in held for kind in NOT_KEPT):
            return False
        if write.how == "attr":
            own = self._e.attribute(held, write.key) if isinstance(write.key, str) else ()
            if any(self._has(o, "process-state") for o in own):
                return False
            return not write.grown or self._grows(write, own)
        if not any(self._contains(o, write) for o in held) and not any(self._inherits(o, write) for o in held):
            return False
        here = ("[]", write.base, write.key)
        return not write.grown or self._grows(write, self._e.origins(write.file, write.scope, here))

    def _unknown(self, write: Write) -> bool:
        """Whether a change is of what hangs on a parameter of which no class is known."""
        root = _root(write.base)
        if root[:1] != "$" or root[1:] in OWN:
            return False
        return any(type(o) is Arg for o in self._e.origins(write.file, write.scope, root))

    def _given(self, write: Write) -> Origins:
        """What is changed, where nothing says what that is but those who give it."""
        places = self._places.of(write.file, write.scope, write.base)
        found: list[Origins] = []
        for place in places:
            own = self._units[place.file].own(place.scope) == place.name
            if place.kind == "parameter":
                found += [g.origins for g in (self._handed.kept(place) if own else self._handed.of(place))]
        return join(*found)

    def _contains(self, origin: Origin, write: Write) -> bool:
        """Whether something is a container of the language's that the write adds to."""
        if type(origin) is not Ext:
            return False
        if write.how == "item" and self._has(origin, "application-state"):
            return True
        path = origin.path
        while path.endswith(INNER):  # what is in it is not known: another one
            path = path.removesuffix("[]").removesuffix(".setdefault()")
        rows = self._e.meaning.rows(Ext(path), "container")
        return bool(rows) and (
            write.how == "item" or path != origin.path or any(write.method in row.methods for row in rows)
        )

    def _inherits(self, origin: Origin, write: Write) -> bool:
        """Whether something is of a class that inherits from a container, and leaves to it how something is added."""
        if type(origin) is not Obj or not (rows := self._e.meaning.rows(origin, "container")):
            return False
        method = "__setitem__" if write.how == "item" else write.method
        if write.how != "item" and not any(method in row.methods for row in rows):
            return False
        return not any(type(o) is Fn for o in self._e.members.member(origin.cls, method, origin))

    def _grows(self, write: Write, held: Origins) -> bool:
        """Whether what is put behind the old value is text or a list, not a number."""
        if any(type(v) is tuple and v and v[0] in ("list", "dict", "set") for v in write.values):
            return True
        return any((type(o) is Const and isinstance(o.value, str)) or self._has(o, "container") for o in held)

    def _has(self, origin: Origin, kind: str) -> bool:
        return self._e.meaning.has_kind(origin, kind)

    def _is_data(self, write: Write) -> bool:
        origins = [o for v in write.values for o in self._e.origins(write.file, write.scope, v)]
        if not origins:
            return True
        return not all(type(o) in (Fn, Cls) or self._has(o, "websocket") or self._spawned(o) for o in origins)

    def _spawned(self, origin: Origin) -> bool:
        if type(origin) is Obj or type(origin) is not Ext or not origin.path.endswith("()"):
            return False
        return self._has(Ext(origin.path.removesuffix("()")), "spawner")


def _plain(value: Any) -> bool:
    """Whether a value can hold nothing of a request's: a constant, an empty display."""
    if value is None:
        return True
    if type(value) is not tuple:
        return False
    if value[0] in ("=", "import", "def"):
        return True
    if value[0] == "dict":
        return all(_plain(k) and _plain(v) for k, v in value[1:])
    return value[0] in ("list", "tuple", "set", "<-", "|", ":") and all(_plain(v) for v in value[1:])


def _root(value: Any) -> str:
    while type(value) is tuple and value and value[0] in (".", "[]", "with", "iter", ":"):
        value = value[1]
    return value.partition(".")[0] if type(value) is str else ""
