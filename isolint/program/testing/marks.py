"""Marks: the markers of a test, from itself, its classes, its module and the hooks that add some."""

from typing import Any, NamedTuple

from isolint.facts import CLASS, Body
from isolint.program.testing.visible import Visible
from isolint.program.unit import last_name, receiver
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext


class Mark(NamedTuple):
    """A marker, and the call that says it with arguments: of a file and scope, -1 where there are none."""

    name: str
    file: int
    scope: int
    call: int


class Marks:
    """The markers of tests."""

    def __init__(self, evaluator: Evaluator, visible: Visible) -> None:
        self._evaluator = evaluator
        self._units = evaluator.units
        self._visible = visible
        self._paths = evaluator.vocabulary.names("mark")
        self._heads = evaluator.vocabulary.heads("mark")
        self._holding = {name for row in evaluator.vocabulary.kinds.get("mark", ()) for name in row.keywords}
        self._shared: dict[tuple[int, int], tuple[Mark, ...]] = {}
        self._added: list[tuple[Mark, tuple[str, ...]]] | None = None
        self._hooks: dict[int, list[Mark]] = {}

    def of(self, file: int, scope: int, at: tuple[int, int] | None = None) -> tuple[Mark, ...]:
        """The markers of a test, its own first; `at` is the file and class, or -1, that it is collected in."""
        header = self._units[file].header(scope)
        found = [m for d in header.decorators for m in self._read(file, header.parent, d)]
        held, parent = (file, header.parent) if at is None else (at[0], max(at[1], 0))
        around, hooked = self._around(held, parent), self._hooked(held)
        return (*found, *around, *hooked) if found or hooked else around

    def _around(self, file: int, scope: int) -> tuple[Mark, ...]:
        """The markers of a class, its bases and what they stand in, or of a module."""
        key = (file, scope)
        found = self._shared.get(key)
        if found is None:
            self._shared[key] = ()
            header = self._units[file].header(scope)
            places = [key]
            if header.kind == CLASS:
                bases = [o for o in self._evaluator.members.mro(Cls(file, scope)) if type(o) is Cls]
                places = [(b.file, b.scope) for b in bases]
            own = [m for at in places for m in self._own(*at)]
            found = self._shared[key] = (*own, *(self._around(file, header.parent) if header.parent >= 0 else ()))
        return found

    def _own(self, file: int, scope: int) -> list[Mark]:
        """The markers that stand at a class or module itself."""
        header = self._units[file].header(scope)
        found = [m for d in header.decorators for m in self._read(file, header.parent, d)]
        for name in self._holding & header.bindings.keys():
            value = header.bindings[name]
            values = value[1:] if type(value) is tuple and value[0] in ("list", "tuple") else (value,)
            found += [m for v in values for m in self._read(file, scope, v)]
        return found

    def _read(self, file: int, scope: int, value: Any) -> list[Mark]:
        """The marker that a value is, if it is one."""
        call = value if type(value) is int else -1
        path = self._units[file].body(scope).calls[value][0] if type(value) is int else value
        if type(path) is not str:
            return []
        head, _, name = path.rpartition(".")
        if last_name(head) in self._heads:
            return [Mark(name, file, scope, call)]
        if path.startswith("$") or (head and call < 0 and not self._is_shared_name(file, path)):
            return []
        return self._alias(file, scope, path, call)

    def _is_shared_name(self, file: int, path: str) -> bool:
        return path.partition(".")[0] in self._units[file].header(0).bindings

    def _alias(self, file: int, scope: int, path: str, call: int) -> list[Mark]:
        """The marker that a name stands for: `slow = pytest.mark.slow`."""
        for origin in self._evaluator.origins(file, scope, path):
            if type(origin) is Ext:
                base, _, name = origin.path.removesuffix("()").rpartition(".")
                if base in self._paths:
                    made = origin.site
                    if call < 0 and made and origin.path.endswith("()"):
                        return [Mark(name, made.file, made.scope, made.call)]
                    return [Mark(name, file, scope, call)]
        return []

    def _hooked(self, file: int) -> list[Mark]:
        """The markers that hooks add to tests in folders of some name."""
        found = self._hooks.get(file)
        if found is None:
            if self._added is None:
                self._added = list(self._adding())
            path = self._units[file].path
            found = self._hooks[file] = [mark for mark, parts in self._added if all(part in path for part in parts)]
        return found

    def _adding(self) -> list[tuple[Mark, tuple[str, ...]]]:
        found = []
        rows = self._evaluator.vocabulary.kinds.get("marks-tests", ())
        adders = {m for r in rows for m in r.methods}
        words = frozenset(k for r in rows for k in r.keywords)
        hooks = {r.path for r in rows}
        for file in self._evaluator.surface.mentioning(*hooks):
            unit = self._units[file]
            if not unit.interface.scopes or hooks.isdisjoint(unit.header(0).bindings):
                continue
            for hook in hooks:
                value = unit.header(0).bindings.get(hook)
                if type(value) is not tuple or value[0] != "def":
                    continue
                body = unit.body(value[1])
                for callee, arguments, _, _, _, region in body.calls:
                    if last_name(callee) not in adders or not arguments:
                        continue
                    parts = _conditions(body, region, words)
                    marks = self._added_mark(file, value[1], arguments[0])
                    if parts is not None:
                        found += [(mark, parts) for mark in marks]
        return found

    def _added_mark(self, file: int, scope: int, value: Any) -> list[Mark]:
        if type(value) is tuple and value[0] == "=" and isinstance(value[1], str):
            return [Mark(value[1], file, scope, -1)]
        return self._read(file, scope, value)


def _conditions(body: Body, region: int, words: frozenset[str]) -> tuple[str, ...] | None:
    """The parts of a path on which a call depends, or None where it depends on something else."""
    parts: list[str] = []
    while region:
        kind, region, value = body.regions[region]
        match kind, value:
            case "if", ("<-", ("=", str(text)), place) if _speaks(body, place, words):
                parts.append(text)
            case "loop" | "with" | "try", _:
                continue
            case _:
                return None
    return tuple(parts)


def _speaks(body: Body, value: Any, words: frozenset[str]) -> bool:
    """Whether a value is one of these attributes, or made of one."""
    match value:
        case str():
            return value.rpartition(".")[2] in words
        case int():
            callee, arguments, *_ = body.calls[value]
            return _speaks(body, receiver(callee), words) or any(_speaks(body, a, words) for a in arguments)
        case (".", base, path):
            return not words.isdisjoint(path.split(".")) or _speaks(body, base, words)
        case ("<-" | "|" | "with" | "iter", *inner):
            return any(_speaks(body, v, words) for v in inner)
    return False
