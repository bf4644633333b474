"""Holdings: which classes hold resources that a method of theirs cleans up."""

from typing import Any, Final

from isolint.facts import Body
from isolint.finding import Confidence
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Fn, Obj
from isolint.program.words import snake

EXITS: Final = frozenset({"__exit__", "__aexit__"})
STARTS: Final = frozenset({"__init__", "__post_init__", "__new__"})
CLOSING: Final = frozenset({
    "close", "aclose", "cancel", "release", "dispose", "shutdown", "stop", "cleanup", "disconnect", "terminate", "kill",
    "rollback", "unsubscribe", "teardown", "unlink", "detach",
})  # fmt: skip
EMPTY: Final = frozenset({"dict", "list", "set", "deque", "defaultdict", "OrderedDict", "Counter", "field", "Field"})
FAR: Final = 2  # methods of its own that a clean-up calls, one inside the other


class Holding:
    """What a class cleans up by `methods`.

    `fillers` are the methods that acquire it; where there are none it is held from the start.
    """

    __slots__ = ("fillers", "methods", "sure")

    def __init__(self, methods: frozenset[str], fillers: frozenset[str], sure: Confidence) -> None:
        self.methods = methods
        self.fillers = fillers
        self.sure = sure


class Holdings:
    """Answers for classes of one program, remembered; `methods` are the names of those that clean up."""

    def __init__(self, program: Program, methods: frozenset[str]) -> None:
        self._program = program
        self._names = methods | EXITS
        self._memory: dict[Cls, Holding | None] = {}

    def of(self, cls: Cls) -> Holding | None:
        """What a class holds and cleans up, or None."""
        if cls not in self._memory:
            self._memory[cls] = self._search(cls)
        return self._memory[cls]

    def _search(self, cls: Cls) -> Holding | None:
        own = {n: fn for n in self._names if (fn := self._method(cls, n))}
        closed: dict[str, bool] = {}
        for fn in own.values():
            self._closed(cls, fn, closed, 0)
        for strong in (True, False):
            attributes = [a for a, s in closed.items() if s is strong]
            at_once = any(self._made_at_once(cls, a) for a in attributes)
            fillers = {f for a in attributes for f in self._fillers(cls, a)} - own.keys()
            if at_once or fillers:
                leading = frozenset() if at_once else self._leading(cls, fillers)
                sure: Confidence = "medium" if strong else "low"
                return Holding(frozenset(own), leading if leading.isdisjoint(STARTS) else frozenset(), sure)
        return None

    def _method(self, cls: Cls, name: str) -> Fn | None:
        found = self._program.evaluator.members.member(cls, name, Obj(cls, None))
        return next((f for f in found if isinstance(f, Fn)), None)

    def _closed(self, cls: Cls, fn: Fn, closed: dict[str, bool], depth: int) -> None:
        """The attributes that a method closes (True), or only empties (False)."""
        unit = self._program.units[fn.file]
        params = unit.header(fn.scope).params
        body = unit.body(fn.scope)
        first = f"${params[0][0]}" if params else "$"
        for callee, arguments, *_ in body.calls:
            name, base = last_name(callee), receiver(callee)
            words = set(snake(name).split("_"))
            if base == first:
                inner = self._method(cls, name) if depth < FAR else None
                if inner and inner[:2] != fn[:2]:
                    self._closed(cls, inner, closed, depth + 1)
                continue
            attribute = _attribute(body, base if base is not None else callee, first)
            if attribute and (words & CLOSING or base is None):
                closed[attribute] = True
            elif attribute and name == "clear":
                closed.setdefault(attribute, False)
            if words & CLOSING:
                closed.update({a: True for v in arguments if (a := _attribute(body, v, first))})

    def _stores(self, cls: Cls, attribute: str) -> list[tuple[int, int, Any]]:
        """What the methods of a class and its bases put in an attribute: file, scope, value."""
        members = self._program.evaluator.members
        return [
            (base.file, scope, value)
            for base in members.mro(cls) if isinstance(base, Cls)
            for scope, value in members.attributes(base).get(attribute, ())
        ]  # fmt: skip

    def _made_at_once(self, cls: Cls, attribute: str) -> bool:
        """Whether the constructor acquires what is in an attribute."""
        units = self._program.units
        return any(
            units[file].header(scope).name in STARTS and self._acquires(units[file].body(scope), value)
            for file, scope, value in self._stores(cls, attribute)
        )

    def _acquires(self, body: Body, value: Any) -> bool:
        """Whether a value is made by a call, and is no empty container."""
        match value:
            case int():
                return last_name(body.calls[value][0]) not in EMPTY
            case ("|", *members):
                return any(self._acquires(body, m) for m in members)
            case (":" | "with", inner, *_):
                return self._acquires(body, inner)
        return False

    def _fillers(self, cls: Cls, attribute: str) -> set[str]:
        """The methods, other than the constructor, that put something they made in an attribute, or add it."""
        program = self._program
        found = {
            program.units[file].header(scope).name
            for file, scope, value in self._stores(cls, attribute)
            if self._acquires(program.units[file].body(scope), value)
        }
        for file, scope in self._methods(cls):
            header = program.units[file].header(scope)
            path = f"${header.params[0][0]}.{attribute}" if header.params else ""
            if path and any(w.base == path and w.how in ("item", "call") for w in program.writes.of(file, scope)):
                found.add(header.name)
        return found - STARTS

    def _leading(self, cls: Cls, fillers: set[str]) -> frozenset[str]:
        """The methods that call one of these on their own object, and these."""
        program = self._program
        grown = True
        while grown:
            grown = False
            for file, scope in self._methods(cls):
                header = program.units[file].header(scope)
                if header.name in fillers or not header.params:
                    continue
                first = f"${header.params[0][0]}"
                calls = program.units[file].body(scope).calls
                if any(receiver(c[0]) == first and last_name(c[0]) in fillers for c in calls):
                    fillers.add(header.name)
                    grown = True
        return frozenset(fillers)

    def _methods(self, cls: Cls) -> list[tuple[int, int]]:
        """The methods of a class and its bases, as file and scope."""
        members = self._program.evaluator.members
        bases = [b for b in members.mro(cls) if isinstance(b, Cls)]
        return [(base.file, scope) for base in bases for scope in members.methods(base)]


def _attribute(body: Body, value: Any, first: str) -> str:
    """The attribute of the own object that a value is, is an element of, or is reached through."""
    for _ in range(8):
        match value:
            case str():
                return value.removeprefix(f"{first}.").partition(".")[0] if value.startswith(f"{first}.") else ""
            case int():
                callee, arguments, *_ = body.calls[value]
                base = receiver(callee)
                value = base if base is not None else arguments[0] if arguments else None
            case ("=" | "def" | "import", *_):
                return ""
            case (_, inner, *_):
                value = inner
            case _:
                return ""
    return ""
