"""Cells: which state of a suite a value is, or is a part of: a global, an attribute of a class, a wide fixture's."""

from collections.abc import Iterable
from typing import Any, Final, Literal, NamedTuple

from isolint.checks.pollution.holders import CLASS_OF, Holders
from isolint.checks.pollution.neighbours import inside
from isolint.facts import CLASS, FUNCTION, GENERATOR, MODULE
from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Fn, Mod

Kind = Literal["global", "class", "fixture", "holder"]

DEEP: Final = 8
ACCESS: Final = frozenset({"get", "setdefault", "values", "items", "__getitem__"})


class Cell(NamedTuple):
    """Some state: a global (`scope` is 0), an attribute of the class of `scope`, or what the fixture `scope` gives.

    A `holder` is no state itself: a class, on whose attributes state hangs.
    """

    kind: Kind
    file: int
    scope: int
    name: str


class Part(NamedTuple):
    """A cell, and the way from it: attributes as `.name`, elements by their constant key, or None."""

    cell: Cell
    steps: tuple[Any, ...] = ()

    def step(self, step: Any) -> "Part":
        """What hangs on a part."""
        return Part(self.cell, (*self.steps, step))


class Cells:
    """Answers for values of the files of a suite."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._units = program.units
        self._e = program.evaluator
        self._memory: dict[tuple[int, int, Any], tuple[Part, ...]] = {}
        self._roots: dict[tuple[int, int, str], tuple[Part, ...]] = {}
        self._names: dict[tuple[int, str], tuple[Part, ...]] = {}
        self._given: dict[tuple[int, int], tuple[Part, ...]] = {}
        self._held: dict[tuple[Cell, str], list[Part]] = {}
        self.holders = Holders(program)
        self._inside = program.once(inside)
        self._depth = 0

    def of(self, file: int, scope: int, value: Any) -> tuple[Part, ...]:
        """The parts of cells that a value can be; a holder is left out where it is the whole value."""
        found = self.parts(file, scope, value)
        return tuple([p for p in found if p.cell.kind != "holder"]) if found else ()

    def parts(self, file: int, scope: int, value: Any) -> tuple[Part, ...]:
        """The same with holders."""
        if value is None or self._depth > DEEP:
            return ()
        if type(value) is str:
            root, _, path = value.partition(".")
            begin = self._root(file, scope, root)
            return begin if not begin or not path else tuple(self._along(begin, path.split(".")))
        if type(value) is not int:
            return tuple(self._parts(file, scope, value))
        if not self._gives(file, scope, value):
            return ()
        key = (file, scope, value)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            self._depth += 1
            try:
                found = self._memory[key] = tuple(dict.fromkeys(self._call(file, scope, value)))
            finally:
                self._depth -= 1
        return found

    def _parts(self, file: int, scope: int, value: tuple[Any, ...]) -> Iterable[Part]:
        match value:
            case (".", base, str(path)):
                begin = self.parts(file, scope, base)
                return self._along(begin, path.split(".")) if begin else ()
            case ("[]", base, key):
                step = ("=", key[1]) if type(key) is tuple and key[:1] == ("=",) else None
                return [p.step(step) for p in self.of(file, scope, base)]
            case ("iter", base):
                return [p.step(None) for p in self.of(file, scope, base)]
            case ("with" | ":", inner, *_):
                return self.parts(file, scope, inner)
            case ("|", *members):
                return dict.fromkeys([p for m in members for p in self.parts(file, scope, m)])
            case ("import", level, str(module), str(name)):
                targets = self._e.names.imported(file, level, module, None)
                return [p for t in targets if type(t) is Mod for p in self._bound(t.file, name)]
        return ()

    def _root(self, file: int, scope: int, root: str) -> tuple[Part, ...]:
        """What a path begins with."""
        if root[0] != "$":
            if self._is_outermost(file, scope):
                return self._bound(file, root)
        elif not self._is_own(file, scope, root[1:]) and not self._is_asking(file, scope):
            return ()
        key = (file, scope, root)
        found = self._roots.get(key)
        if found is None:
            self._roots[key] = ()
            self._depth += 1
            listed = self._parameter(file, scope, root[1:]) if root[0] == "$" else self._free(file, scope, root)
            self._depth -= 1
            found = self._roots[key] = tuple(dict.fromkeys(listed))
        return found

    def _is_own(self, file: int, scope: int, name: str) -> bool:
        """Whether a parameter is a method's own object or class."""
        unit = self._units[file]
        return unit.header(scope).kind == FUNCTION and unit.own(scope) == name

    def _is_asking(self, file: int, scope: int) -> bool:
        """Whether fixtures give something to the parameters of a function."""
        suites = self._program.suites
        return suites.is_test(file, scope) or suites.is_fixture(file, scope)

    def _is_outermost(self, file: int, scope: int) -> bool:
        """Whether no function stands around one, so that what is free in it is the module's."""
        scopes = self._units[file].interface.scopes
        at = scopes[scope][2] if scopes and scopes[scope][0] == FUNCTION else scope
        while at > MODULE and scopes[at][0] == CLASS and scope != at:
            at = scopes[at][2]
        return at <= MODULE

    def _along(self, begin: tuple[Part, ...], names: list[str]) -> list[Part]:
        found = list(begin)
        for name in names:
            if not found:
                break
            found = [p for part in found for p in self._attribute(part, name)]
        return found

    def _attribute(self, part: Part, name: str) -> list[Part]:
        if part.cell.kind != "holder":
            return [part.step(f".{name}")]
        key = (part.cell, name)
        found = self._held.get(key)
        if found is None:
            self._held[key] = []
            found = self._held[key] = self._hanging(part.cell, name)
        return found

    def _hanging(self, holder: Cell, name: str) -> list[Part]:
        """An attribute of a class, or of its objects."""
        if name == CLASS_OF:
            return [Part(holder._replace(name=""))]
        cls = Cls(holder.file, holder.scope)
        if holder.name and (values := self.holders.own(cls, name)) is not None:
            return [p for value in values for p in self.of(*value)]
        base = self.holders.home(cls, name, own=bool(holder.name))
        return [] if base is None else [Part(Cell("class", base.file, base.scope, name))]

    def _gives(self, file: int, scope: int, number: int) -> bool:
        """Whether a call may give something of a cell, as far as names tell."""
        name = self._units[file].callees(scope)[number]
        if name in ACCESS or name == "type":
            return True
        callee, arguments, *_ = self._units[file].body(scope).calls[number]
        if arguments or type(callee) is not str or not self._inside.is_defined(name):
            return False
        return self._inside.leads(file, scope, callee)

    def _call(self, file: int, scope: int, number: int) -> list[Part]:
        callee, arguments, *_ = self._units[file].body(scope).calls[number]
        if callee == "type" and len(arguments) == 1:
            found = self.parts(file, scope, arguments[0])
            return [Part(p.cell._replace(name="")) for p in found if p.cell.kind == "holder"]
        if last_name(callee) not in ACCESS:
            return self._handed_out(file, scope, callee, arguments)
        base = receiver(callee)
        found = self.of(file, scope, base)
        if found and any(self._e.meaning.has_kind(o, "container") for o in self._e.origins(file, scope, base)):
            key = arguments[0] if arguments else None
            step = ("=", key[1]) if type(key) is tuple and key[:1] == ("=",) else None
            return [p.step(step) for p in found]
        return []

    def _handed_out(self, file: int, scope: int, callee: Any, arguments: tuple[Any, ...]) -> list[Part]:
        """What a function of the suite without arguments returns of cells."""
        if arguments or type(callee) is not str:
            return []
        found: list[Part] = []
        for origin in self._e.origins(file, scope, callee):
            if type(origin) is not Fn or self._program.roles[origin.file] != "test":
                return []
            unit = self._units[origin.file]
            if unit.header(origin.scope).flags & GENERATOR:
                return []
            found += [p for v, _ in unit.body(origin.scope).returns for p in self.of(origin.file, origin.scope, v)]
        return found

    def _parameter(self, file: int, scope: int, name: str) -> tuple[Part, ...]:
        """A method's own object or class, or what a fixture gives."""
        if self._is_own(file, scope, name):
            unit = self._units[file]
            how = "" if "classmethod" in unit.header(scope).decorators else "self"
            return (Part(Cell("holder", file, unit.owner(scope), how)),)
        fixture = self._program.suites.find(file, scope, name)
        return self.given(fixture) if fixture else ()

    def given(self, fixture: Fn) -> tuple[Part, ...]:
        """What a fixture hands on of other cells; else a wide one is a cell by itself."""
        key = (fixture.file, fixture.scope)
        found = self._given.get(key)
        if found is None:
            unit = self._units[fixture.file]
            header, body = unit.header(fixture.scope), unit.body(fixture.scope)
            values = [v for v, _ in (body.yields if header.flags & GENERATOR else body.returns)]
            found = tuple([p for v in values for p in self.of(*key, v)])
            known = self._program.suites.fixture(*key)
            if not found and values and known is not None and known.wide:
                found = (Part(Cell("fixture", *key, known.name)),)
            self._given[key] = found
        return found

    def _free(self, file: int, scope: int, name: str) -> tuple[Part, ...]:
        """What a name that is free in a scope stands for."""
        unit = self._units[file]
        at = unit.header(scope).parent if scope else -1
        while at > MODULE:
            header = unit.header(at)
            if header.kind != CLASS:
                if any(row[0] == name for row in header.params):
                    return self.parts(file, at, f"${name}")
                if name in header.bindings:
                    return self.parts(file, at, header.bindings[name])
            elif at == unit.header(scope).parent and name in header.bindings and unit.header(scope).kind != FUNCTION:
                return ()
            at = header.parent
        return self._bound(file, name)

    def _bound(self, file: int, name: str) -> tuple[Part, ...]:
        """What a module's name stands for, where a file of the suite binds it."""
        key = (file, name)
        found = self._names.get(key)
        if found is None:
            self._names[key] = ()
            found = self._names[key] = tuple(dict.fromkeys(self._defined(file, name)))
        return found

    def _defined(self, file: int, name: str) -> list[Part]:
        target = self._e.names.definition(file, name)
        if target is None or self._program.roles[target[0]] != "test":
            return []
        home, value = target
        if home != file:
            name = self._named(file, name)
        match value:
            case ("def", int(number)):
                is_class = self._units[home].header(number).kind == CLASS
                return [Part(Cell("holder", home, number, ""))] if is_class else []
            case ("import", *_):
                return []
            case ("|", *members) if any(type(m) is tuple and m[:1] == ("import",) for m in members):
                return []  # something else's where that is there
            case str() if not value.startswith("$"):
                return list(self.parts(home, MODULE, value)) or [Part(Cell("global", home, MODULE, name))]
        return [Part(Cell("global", home, MODULE, name))]

    def _named(self, file: int, name: str) -> str:
        """The name by which a thing is known where it comes from."""
        for _ in range(6):
            value = self._units[file].header(MODULE).bindings.get(name)
            if type(value) is not tuple or value[0] != "import" or value[3] is None:
                return name
            target = self._e.names.imported(file, value[1], value[2], None)
            if not target or type(target[0]) is not Mod:
                return name
            file, name = target[0].file, value[3]
        return name

    def is_filled(self, cell: Cell) -> bool:
        """Whether a cell holds something from the beginning."""
        if cell.kind == "fixture":
            return False
        unit = self._units[cell.file]
        match unit.header(cell.scope).bindings.get(cell.name):
            case ("dict" | "list" | "set", *items) | (":", ("dict" | "list" | "set", *items), _):
                return bool(items)
            case int() as number:
                callee, arguments, keywords, *_ = unit.body(cell.scope).calls[number]
                return callee in ("dict", "list", "set") and bool(arguments or keywords)
        return False
