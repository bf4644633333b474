"""Puts: what a function puts into state that outlives a test, by assignment, deletion or a container's method."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.checks.pollution.cells import Cells, Part
from isolint.checks.pollution.use import Telling, Use, Way, constant, used
from isolint.program import Program
from isolint.program.flow.writes import Write
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Obj

GROWING: Final = frozenset({"append", "extend", "appendleft", "extendleft", "insert"})  # no other thing has them


class Puts:
    """The sets and changes of functions, each on its own."""

    def __init__(self, program: Program, cells: Cells, telling: Telling) -> None:
        self._program = program
        self._units = program.units
        self._cells = cells
        self._clients = telling.clients
        self._methods = program.writes.methods
        self._replaced = program.vocabulary.lasts("replaces-dependency")

    def tells(self, name: str) -> bool:
        """Whether a method of that name is a container's."""
        return name in self._methods

    def of(self, file: int, scope: int, held: dict[int, tuple[Part, ...]]) -> Iterator[Use]:
        """What a function puts somewhere, in no order; those calls of `held` are of methods of cells."""
        names = self._units[file].callees(scope) if held else ()
        if not any(names[n] in self._methods for n in held) and not self._may_store(file, scope):
            return
        for write in self._program.writes.of(file, scope):
            match write.how:
                case "name":
                    yield from self._rebound(write)
                case "attr" | "item":
                    yield from self._put(write)
                case "call":
                    yield from self._added(write)
        for kind, base, key, _, position, region in self._units[file].body(scope).stores:
            if kind.startswith("del-"):
                step = f".{key}" if kind == "del-attr" and type(key) is str else constant(key)
                for part in self._cells.of(file, scope, base):
                    takes = self._cells.is_filled(part.cell)
                    yield used(part.step(step), "back", position, region)._replace(takes=takes)

    def _may_store(self, file: int, scope: int) -> bool:
        """Whether a function may store something into a cell."""
        stores = self._units[file].body(scope).stores
        return any(self._concerns(file, scope, kind, base) for kind, base, *_ in stores) if stores else False

    def _concerns(self, file: int, scope: int, kind: str, base: Any) -> bool:
        """Whether a store may be one into a cell; an object's own attributes, the most common, are none."""
        if kind == "attr" and base == "$self" and "classmethod" not in self._units[file].header(scope).decorators:
            return False
        by_name = type(base) is int or (type(base) is str and base.endswith(".__dict__"))  # `vars(o)["x"]`
        return kind == "name" or by_name or bool(self._cells.parts(file, scope, base))

    def _rebound(self, write: Write) -> Iterator[Use]:
        """A global."""
        if self._is_nonlocal(write.file, write.scope, write.key):
            return
        for part in self._cells.of(write.file, 0, write.key):
            way: Way = "back" if write.values == (write.key,) else "change" if write.grown else "set"
            yield used(part, way, write.position, write.region)

    def _is_nonlocal(self, file: int, scope: int, name: str) -> bool:
        unit = self._units[file]
        at = unit.header(scope).parent
        while at > 0:
            if name in unit.header(at).bindings or any(row[0] == name for row in unit.header(at).params):
                return True
            at = unit.header(at).parent
        return False

    def _put(self, write: Write) -> Iterator[Use]:
        """An attribute or element."""
        if last_name(write.base if write.how == "item" else write.key) in self._replaced:
            return  # what is put in the place of an application's dependency is another matter
        for part in self._target(write):
            if any(self._is_saved(write, value, part) for value in write.values):
                yield used(part, "back", write.position, write.region)
            else:
                way: Way = "change" if write.grown or None in part.steps else "set"
                yield used(part, way, write.position, write.region)

    def _target(self, write: Write) -> list[Part]:
        file, scope, base = write.file, write.scope, write.base
        if write.how == "item":
            return [p.step(constant(write.key)) for p in self._cells.of(file, scope, base)]
        header = self._units[file].header(scope)
        if base == f"${self._units[file].own(scope)}" and "classmethod" not in header.decorators:
            return []  # an object's own attribute
        name = write.key if type(write.key) is str else ""
        found = [p.step(f".{name}" if name else None) for p in self._cells.of(file, scope, base)]
        holders = [p for p in self._cells.parts(file, scope, base) if p.cell.kind == "holder" and not p.cell.name]
        return [*found, *self._cells.of(file, scope, (".", base, name))] if holders and name else found

    def _is_saved(self, write: Write, value: Any, part: Part) -> bool:
        """Whether a value is what a cell held before, or a copy of that."""
        if type(value) is int:
            callee, arguments, *_ = self._units[write.file].body(write.scope).calls[value]
            return any(self._is_saved(write, v, part) for v in (receiver(callee), *arguments) if v is not None)
        return part in self._cells.of(write.file, write.scope, value)

    def _added(self, write: Write) -> Iterator[Use]:
        """A container's method."""
        displays = all(type(v) is tuple and v[:1] == ("dict",) for v in write.values) and write.values
        for part in self._cells.of(write.file, write.scope, write.base):
            if any(self._is_saved(write, value, part) for value in write.values):
                yield used(part, "back", write.position, write.region)
            elif not part.steps and displays:
                for step in (constant(key) for value in write.values for key, _ in value[1:]):
                    yield used(part.step(step), "set" if step else "change", write.position, write.region)
            elif self._is_container(write):
                yield used(part.step(constant(write.key)), "change", write.position, write.region)

    def _is_container(self, write: Write) -> bool:
        """Whether a method is a container's, or that of a part of a client which says who the user is."""
        evaluator, meaning = self._program.evaluator, self._program.evaluator.meaning
        origins = evaluator.origins(write.file, write.scope, write.base)
        if any(write.method in row.methods for o in origins for row in meaning.rows(o, "container")):
            return True
        if write.method in GROWING:
            return not any(type(o) is Obj for o in origins)
        head, name = receiver(write.base), last_name(write.base)
        clients = evaluator.origins(write.file, write.scope, head) if head is not None else ()
        return any(name in row.keywords for o in clients for row in meaning.rows(o, self._clients))
