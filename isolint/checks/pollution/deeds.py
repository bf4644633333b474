"""Deeds: what the methods that a function calls do to state that outlives a test."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.checks.pollution.cells import Cells, Part
from isolint.checks.pollution.use import Telling, Use, Way, constant, used
from isolint.program import Program
from isolint.program.flow.regions import inside
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origins, Site
from isolint.program.words import snake

DROPPING: Final = frozenset({"pop", "popitem", "remove", "discard", "popleft"})
SETTING: Final = ("setattr", "delattr")


class Deeds:
    """The uses of cells by methods that are no container's: sessions', clients', those of the suite's classes."""

    def __init__(self, program: Program, cells: Cells, telling: Telling) -> None:
        self._program = program
        self._units = program.units
        self._cells = cells
        self._telling = telling
        self._inside = program.reach.calls
        self._registering = program.vocabulary.names("cleanup-name")
        self._own: dict[tuple[int, int], frozenset[str]] = {}
        self._ends: dict[str, bool] = {}
        self._signing = frozenset((*telling.signing_in, *telling.signing_out))
        rows = [row for kind in ("channel", *telling.kept) for row in program.vocabulary.kinds.get(kind, ())]
        told = (
            DROPPING,
            telling.signing_in,
            telling.signing_out,
            telling.session_changes,
            telling.client_changes,
            telling.kept_changes,
        )
        self._known = frozenset(name for row in rows for name in row.methods).union(*told)

    def tells(self, name: str) -> bool:
        """Whether a method of that name may do anything, as far as names tell: it may be one of the suite's."""
        return name in self._known or self._resets(name) or self._inside.is_defined(name)

    def promised(self, file: int, scope: int) -> Iterator[Use]:
        """What a function tells others to set back later."""
        for callee, arguments, _, position, _, region in self._units[file].body(scope).calls:
            if arguments and _names_something(arguments):
                for target in self._targets(callee, arguments):
                    parts = self._cells.of(file, scope, target)
                    yield from (used(p, "back", position, region)._replace(promised=True) for p in parts)

    def method(self, site: Site, parts: tuple[Part, ...]) -> Iterator[Use]:
        """What a call does that is one of a method of cells."""
        callee, arguments, _, position, _, region = self._units[site.file].body(site.scope).calls[site.call]
        base = receiver(callee)
        name, telling = last_name(callee), self._telling
        origins = self._program.evaluator.origins(site.file, site.scope, base)
        if name not in self._known and all(type(o) is Ext for o in origins) and origins and not self._resets(name):
            return
        if name in self._methods(origins, "channel"):
            yield from (used(p, "back", position, region) for p in parts)
        elif name in DROPPING:
            step = constant(arguments[0]) if name == "pop" and arguments else None
            for part in parts:
                takes = self._cells.is_filled(part.cell)
                yield used(part.step(step), "back", position, region)._replace(takes=takes)
        elif self._resets(name) and name not in telling.session_changes:
            yield from (used(p, "reset", position, region) for p in parts)
        elif name in self._signing and (speakers := [p for p in parts if self._speaks(p, origins)]):
            way: Way = "set" if name in telling.signing_in else "back"
            yield from (used(Part(p.cell), way, position, region) for p in speakers)
        elif self._changes(name, origins):
            yield from (used(p, "change", position, region) for p in parts)
        elif any(
            name in telling.kept_changes or name in self._methods(origins, k)
            for k in telling.kept
            if self._is(origins, k)
        ):
            yield from (used(p, "change", position, region)._replace(mild=True) for p in parts)
        else:
            callees = self._program.evaluator.calls.callees(site)
            names = sorted({n for o in callees for n in self._changed(o)})
            told = [used(p.step(f".{n}"), "change", position, region) for p in parts for n in names]
            yield from (use._replace(mild=True) for use in told)

    def _speaks(self, part: Part, origins: Origins) -> bool:
        """Whether a part is of what a wide fixture gives, and speaks for a user, by its name or its class's."""
        classes = [o.cls for o in origins if isinstance(o, Obj)]
        names = [part.cell.name, *[self._units[c.file].header(c.scope).name for c in classes]]
        words = {word for name in names for word in snake(name).strip("_").split("_")}
        return part.cell.kind == "fixture" and not words.isdisjoint(self._telling.speaking)

    def _is(self, origins: Origins, kind: str) -> bool:
        return any(self._program.evaluator.meaning.has_kind(o, kind) for o in origins)

    def _methods(self, origins: Origins, kind: str) -> set[str]:
        return {m for o in origins for row in self._program.evaluator.meaning.rows(o, kind) for m in row.methods}

    def _changes(self, name: str, origins: Origins) -> bool:
        """Whether a method changes a session or client."""
        telling = self._telling
        if name in telling.session_changes and self._is(origins, telling.sessions):
            return True
        return name in telling.client_changes and self._is(origins, telling.clients)

    def _targets(self, callee: Any, arguments: tuple[Any, ...]) -> Iterator[Any]:
        """What is told to be set back later: `addCleanup(STATE.clear)`, `addCleanup(setattr, Case, "state", old)`."""
        if last_name(callee) in self._registering:
            yield from (receiver(value) for value in arguments[:1])
        for number, value in enumerate(arguments):
            if value in SETTING and len(arguments) > number + 2:
                holder, key = arguments[number + 1 : number + 3]
                yield (".", holder, key[1]) if constant(key) else None
            elif (base := receiver(value)) is not None and (
                (name := last_name(value)) in DROPPING or self._resets(name)
            ):
                yield base

    def _resets(self, name: str) -> bool:
        found = self._ends.get(name)
        if found is None:
            found = self._ends[name] = snake(name).strip("_").partition("_")[0] in self._telling.resets
        return found

    def keeps(self, made: Obj) -> bool:
        """Whether methods of an object of the suite, once it is made, change what it holds."""
        members = self._program.evaluator.members
        for base in (b for b in members.mro(made.cls) if type(b) is Cls):
            for method in members.methods(base):
                making = self._units[base.file].header(method).name == "__init__"
                if not making and self._changed(Fn(base.file, method, made)):
                    return True
        return False

    def _changed(self, callee: Any) -> frozenset[str]:
        """The attributes of its own object that a method of a suite's class changes, but for what it makes once."""
        if type(callee) is not Fn or callee.receiver is None or self._program.roles[callee.file] != "test":
            return frozenset()
        key = (callee.file, callee.scope)
        found = self._own.get(key)
        if found is None:
            self._own[key] = frozenset()
            own = f"${self._units[callee.file].own(callee.scope)}"
            body = self._units[callee.file].body(callee.scope)
            written = {
                _path(w.base if w.how != "attr" or type(w.base) is not str else f"{w.base}.{w.key}")
                for w in self._program.writes.of(*key)
                if w.base is not None and (w.how != "attr" or w.base != own or not inside(body, w.region, "if"))
            }
            called = [n for n, c in enumerate(body.calls) if type(c[0]) is str and c[0].startswith(f"{own}.")]
            inner = (o for n in called for o in self._program.evaluator.calls.callees(Site(*key, n), callee.receiver))
            names = {path.split(".")[1] for path in written if path.startswith(f"{own}.")}
            found = self._own[key] = frozenset(names.union(*(self._changed(o) for o in inner)))
        return found


def _names_something(values: tuple[Any, ...]) -> bool:
    """Whether one of these values is a path, or the name of what sets an attribute."""
    for value in values:
        if type(value) is str:
            if "." in value or value in SETTING:
                return True
        elif type(value) is tuple and value and value[0] == ".":
            return True
    return False


def _path(value: Any) -> str:
    """The path that a value hangs on."""
    while type(value) is tuple and value and value[0] in (".", "[]"):
        value = value[1]
    return value if type(value) is str else ""
