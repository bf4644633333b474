"""Selves: what a method does to the object that it is called on: reads, sets, hands on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from isolint.program.testing.hooks import Place, within
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Fn

DEEP: Final = 3
ASKING: Final = frozenset({"hasattr", "getattr"})
HARMLESS: Final = frozenset({
    "super", "isinstance", "issubclass", "type", "id", "repr", "str", "print", "format", "hash", "dir", "callable",
    "bool", "delattr", "setattr", *ASKING,
})  # fmt: skip
GUARD: Final = "AttributeError"
DISPLAYS: Final = frozenset({"list", "tuple", "set"})


@dataclass(slots=True)
class Doing:
    """What one method does to its object, nested functions included.

    `reads` maps an attribute to the position of its first read; `guarded` are those that it asks for first, `called`
    those that it calls; `upward` are the methods that it calls on its bases, `runs` those that it calls as functions;
    `is_open`: it hands the object to something unknown.
    """

    reads: dict[str, int] = field(default_factory=dict)
    sets: set[str] = field(default_factory=set)
    guarded: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    upward: set[str] = field(default_factory=set)
    runs: set[Place] = field(default_factory=set)
    is_open: bool = False


class Selves:
    """Answers about methods, remembered."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._memory: dict[Place, Doing] = {}
        self._nothing = Doing()

    def of(self, file: int, scope: int) -> Doing:
        """What a method does to its object."""
        found = self._memory.get((file, scope))
        if found is None:
            unit = self._units[file]
            name = unit.own(scope)
            found = self._memory[file, scope] = Doing()
            if name:
                self._fill(found, file, scope, name, 0)
            self._settle(found)
        return found

    def _settle(self, doing: Doing) -> None:
        """Have one empty set for all: most of those that are remembered are empty, and nothing is added any more."""
        nothing = self._nothing
        doing.sets = doing.sets or nothing.sets
        doing.guarded = doing.guarded or nothing.guarded
        doing.called = doing.called or nothing.called
        doing.upward = doing.upward or nothing.upward
        doing.runs = doing.runs or nothing.runs

    def plain(self, file: int, scope: int) -> Iterator[str]:
        """The attributes that a method itself sets on its object, whatever they were before."""
        stores = self._units[file].body(scope).stores
        own = f"${self._units[file].own(scope)}" if stores else ""
        for kind, on, key, value, *_ in stores:
            if on == own and kind == "attr" and type(key) is str and not _mentions(value, f"{own}.{key}"):
                yield key

    def named(self, file: int, scope: int) -> Doing:
        """What a function does to its first parameter."""
        found = Doing()
        self._fill(found, file, scope, str(self._units[file].header(scope).params[0][0]), 0)
        return found

    def _fill(self, doing: Doing, file: int, scope: int, name: str, depth: int) -> None:
        """Add what a function does to the object that it knows by the name of a parameter."""
        unit = self._units[file]
        inside = list(within(unit, scope))
        guards = GUARD in unit.interface.mentions
        excused = guards and any(
            _speaks(region[2]) for s in inside for region in unit.body(s).regions if region[0] == "except"
        )
        for inner in inside:
            body = unit.body(inner)
            me = f"${name}" if inner == scope else name
            if inner != scope and any(row[0] == name for row in unit.header(inner).params):
                continue
            for attr, position, _ in body.reads if depth == 0 else ():
                if attr not in doing.reads or position < doing.reads[attr]:
                    doing.reads[attr] = position
            if excused or (guards and any(_speaks(v) for c in body.calls for v in c[1])):
                doing.guarded.update(attr for attr, *_ in body.reads)
            for kind, base, key, value, *_ in body.stores:
                if kind == "attr" and self._is_me(unit, inner, base, me):
                    if type(key) is not str:
                        doing.is_open = True
                    elif not _mentions(value, f"{me}.{key}"):
                        doing.sets.add(key)
            self._calls(doing, file, inner, me, depth)
        others = {n for n, v in unit.header(scope).bindings.items() if v == f"${name}"}
        if others:
            doing.sets |= _set_on(unit, scope, others)

    def _calls(self, doing: Doing, file: int, scope: int, me: str, depth: int) -> None:
        """Add what the calls of a function do to the object."""
        unit = self._units[file]
        names = unit.callees(scope)
        for call, last in zip(unit.body(scope).calls, names, strict=True):
            callee = call[0]
            if type(callee) is not str:
                on = receiver(callee)
                if type(on) is int and names[on] == "super":
                    doing.upward.add(last)
                    continue
            elif callee == f"{me}.{last}":
                doing.called.add(last)
            if (call[1] or call[2]) and _hands(call, me):
                self._handed(doing, file, scope, call, me, depth)

    def _is_me(self, unit: Unit, scope: int, base: Any, me: str) -> bool:
        """Whether a value is the object or its class."""
        if base in {me, f"{me}.__class__"}:
            return True
        if type(base) is int:
            callee, arguments, *_ = unit.body(scope).calls[base]
            return callee == "type" and me in arguments
        return False

    def _handed(self, doing: Doing, file: int, scope: int, call: tuple[Any, ...], me: str, depth: int) -> None:
        """Add what a function does to the object that it is given."""
        name = last_name(call[0])
        if name in ASKING and len(call[1]) > 1 and type(call[1][1]) is tuple and call[1][1][0] == "=":
            doing.guarded.add(str(call[1][1][1]))
        if name in HARMLESS:
            return
        origins = self._evaluator.origins(file, scope, call[0])
        doing.is_open = doing.is_open or not origins or depth >= DEEP
        for origin in origins if depth < DEEP else ():
            match origin:
                case Fn(other, inner, to):
                    whole = to is None or self._is_class(file, scope, receiver(call[0]))
                    names = self._parameters(other, inner, call, me, skipped=not whole)
                    if whole and self._units[other].own(inner) in names:
                        doing.runs.add((other, inner))
                    elif names:
                        self._fill_all(doing, other, inner, names, depth)
                    else:
                        doing.is_open = True
                case Cls(other, inner):
                    value = self._units[other].header(inner).bindings.get("__init__")
                    if type(value) is tuple and value[0] == "def":
                        names = self._parameters(other, value[1], call, me, skipped=True)
                        self._fill_all(doing, other, value[1], names, depth)
                case _:
                    doing.is_open = True

    def _fill_all(self, doing: Doing, file: int, scope: int, names: list[str], depth: int) -> None:
        for name in names:
            self._fill(doing, file, scope, name, depth + 1)

    def _is_class(self, file: int, scope: int, value: Any) -> bool:
        return any(type(o) is Cls for o in self._evaluator.origins(file, scope, value))

    def _parameters(self, file: int, scope: int, call: tuple[Any, ...], me: str, *, skipped: bool) -> list[str]:
        """The parameters of a function that get the object at a call; `skipped`: all but its first one."""
        params = self._units[file].header(scope).params[int(skipped) :]
        found = [params[n][0] for n, value in enumerate(call[1][: len(params)]) if value == me]
        return found + [k for k, value in call[2] if k and value == me]


def _hands(call: tuple[Any, ...], me: str) -> bool:
    """Whether a call is given an object, by itself, unpacked or in a display."""
    arguments = call[1]
    if me in arguments or ("*", me) in arguments:
        return True
    for value in (*arguments, *[v for _, v in call[2]]) if call[2] else arguments:
        if value == me or (type(value) is tuple and value and value[0] in DISPLAYS and me in value[1:]):
            return True
    return False


def _set_on(unit: Unit, scope: int, names: set[str]) -> set[str]:
    """What functions and classes inside of a function set on other names of its object."""
    held = {scope}
    found: set[str] = set()
    for inner in range(scope + 1, len(unit.interface.scopes)):
        if unit.interface.scopes[inner][2] in held:
            held.add(inner)
            found |= {s[2] for s in unit.body(inner).stores if s[0] == "attr" and s[1] in names and type(s[2]) is str}
    return found


def _speaks(value: Any) -> bool:
    """Whether a value speaks of the error of a missing attribute."""
    if type(value) is str:
        return value == GUARD
    return type(value) is tuple and any(_speaks(v) for v in value[1:] if value[0] not in {"=", "def", "import"})


def _mentions(value: Any, path: str) -> bool:
    if type(value) is str:
        return value == path or value.startswith(f"{path}.")
    return type(value) is tuple and any(_mentions(v, path) for v in value)
