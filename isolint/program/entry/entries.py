"""Entries: where requests enter: functions that a framework calls, as the vocabulary says."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from isolint.facts import CLASS, FUNCTION, MODULE, RESULT, Header, Value
from isolint.program.entry.callers import Callers
from isolint.program.entry.signatures import Signature
from isolint.program.entry.untyped import Untyped
from isolint.program.unit import Unit, last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Ext, Fn, Obj, Origins, Site
from isolint.vocabulary import Row

Table = dict[tuple[int, int], Row]


class Entries:
    """Entry points of requests by decorator, by base or signature of their class, or by a call that registers them."""

    def __init__(
        self, evaluator: Evaluator, callers: Callers, roles: tuple[str, ...], sessions: Mapping[int, Row]
    ) -> None:
        self.sessions = sessions
        self.evaluator = evaluator
        self._untyped = Untyped(evaluator)
        self._callers = callers
        self.roles = roles
        rows = evaluator.vocabulary.kinds.get("entry", ())
        self._decorators = frozenset(r.path.rpartition(".")[2] for r in rows if r.by == "decorator")
        self._bases = frozenset(r.path.rpartition(".")[2] for r in rows if r.by == "base")
        told = {row.pack for row in rows if row.by == "signature"}
        packs = [p for p in evaluator.vocabulary.packs if p.framework and p.name in told]
        absent = {pack.name for pack in packs if not evaluator.uses(pack)}
        self._signatures = tuple(Signature(r) for r in rows if r.by == "signature" and r.pack not in absent)
        told_by_call = frozenset(_told(r.path) for r in rows if r.by == "call")
        self._calls = {last: [t for t in told_by_call if t[-1] == last] for *_, last in told_by_call}
        self._called = frozenset(self._calls)
        self._injectors = evaluator.vocabulary.lasts("injector")
        self._table: Table | None = None
        self.receivers: dict[tuple[int, int], Obj | Cls] = {}
        self.registered: dict[tuple[int, int], list[tuple[Site, Obj | Cls]]] = {}

    def all(self) -> Table:
        """Every entry point of the program, by file and scope, with the row that makes it one."""
        if self._table is None:
            table: Table = {}
            self._table = table
            waiting: Table = {}
            classes = self.evaluator.surface.inheriting(self._bases)
            for file in range(len(self.evaluator.units)):
                if self.roles[file] == "test":
                    continue
                for at, row in self._of(file, classes):
                    told = waiting if row.serving else table
                    told[at] = min(row, told[at], key=_care) if at in told and row.by == "base" else row
                for at, row in self._injected(file):
                    table.setdefault(at, row)
            served = self._served(table) if waiting else frozenset()
            for at, row in waiting.items():
                if at[0] in served:
                    table.setdefault(at, row)
        return self._table

    def first(self, file: int) -> int:
        """The first scope of a file that may be a request's code: its body, where that is run for each user."""
        return MODULE if file in self.sessions and self.roles[file] == "application" else MODULE + 1

    def _of(self, file: int, classes: frozenset[str]) -> Iterator[tuple[tuple[int, int], Row]]:
        """What a file declares; a later one says more of the same function."""
        unit = self.evaluator.units[file]
        if file in self.sessions:
            yield (file, MODULE), self.sessions[file]
        mentions = unit.interface.mentions
        if not mentions.isdisjoint(self._decorators):
            yield from self._decorated(file)
            yield from self._applied(file) if RESULT in mentions else ()
        based = not mentions.isdisjoint(classes)
        if based or any(s.names <= mentions for s in self._signatures):
            for scope, header in enumerate(unit.interface.scopes):
                if header[0] == CLASS:
                    yield from self._methods(Cls(file, scope))
        yield from self._registered(file)

    def _served(self, table: Table) -> frozenset[int]:
        """The files that run in a program with entry points of its own: theirs, and what those import."""
        return self.evaluator.imports.run_by(at[0] for at in table)

    def row(self, file: int, scope: int) -> Row | None:
        """The row that makes a function an entry point."""
        return self.all().get((file, scope))

    def _decorated(self, file: int) -> Iterator[tuple[tuple[int, int], Row]]:
        unit = self.evaluator.units[file]
        for scope, decorator, path in unit.once(_decorations):
            if last_name(path) in self._decorators:
                header = unit.header(scope)
                row = self._first(self.evaluator.origins(file, header.parent, path), "decorator")
                if row is None and type(decorator) is int:
                    row = next(self._untyped.rows(file, header.parent, decorator, "decorator"), None)
                if row:
                    yield (file, scope), row
                    yield from ((at, row) for at in self._wrappers(file, header, decorator))

    def _wrappers(self, file: int, header: Header, outer: Any) -> Iterator[tuple[int, int]]:
        """What the program's own decorators below a registering one put in the place of a function."""
        for decorator in header.decorators[header.decorators.index(outer) + 1 :]:
            for origin in self.evaluator.origins(file, header.parent, decorator):
                given = self.evaluator.calls.returned(origin, None) if type(origin) is Fn else ()
                yield from (o[:2] for o in given if type(o) is Fn)

    def _injected(self, file: int) -> Iterator[tuple[tuple[int, int], Row]]:
        """What a framework is told to call for a request: an object, and functions that no parameter names.

        A function in a parameter's default is called on the way to whoever has that parameter.
        """
        unit = self.evaluator.units[file]
        for name in sorted(self._injectors & unit.interface.mentions):
            for scope, number in unit.calls_named(name):
                site = Site(file, scope, number)
                callees = self.evaluator.calls.callees(site)
                row = next((r for o in callees for r in self.evaluator.meaning.rows(o, "injector")), None)
                if row is None or not row.keywords:
                    continue
                given = self.evaluator.calls.argument(site, row.argument, row.keywords[0])
                found = Row("entry", row.path, by="call", opens="request", pack=row.pack)
                for origin in () if given == () else self.evaluator.origins(file, scope, given):
                    if type(origin) is Obj:
                        for method in self.evaluator.members.member(origin.cls, "__call__", origin):
                            if type(method) is Fn:
                                self.receivers.setdefault(method[:2], origin)
                                yield method[:2], found
                    elif type(origin) is Fn and scope == MODULE and self._callers.runner(site) == MODULE:
                        yield origin[:2], found

    def _methods(self, cls: Cls) -> Iterator[tuple[tuple[int, int], Row]]:
        """The handlers of a class, those that it inherits from classes which are no handlers by themselves too."""
        rows = self.of_class(cls)
        told: set[str] = set()
        for owner in self.evaluator.members.mro(cls) if rows else ():
            if type(owner) is not Cls or self.roles[owner.file] == "test" or (owner != cls and self.of_class(owner)):
                continue
            for scope in self.evaluator.members.methods(owner):
                name = self.evaluator.units[owner.file].header(scope).name
                row = next((r for r in rows if any(fnmatchcase(name, m) for m in r.methods)), None)
                if row and name not in told:
                    told.add(name)
                    yield (owner.file, scope), row

    def of_class(self, cls: Cls) -> tuple[Row, ...]:
        """The rows that make methods of a class entry points, by a base or by its signature."""
        unit = self.evaluator.units[cls.file]
        header = unit.header(cls.scope)
        found: list[Row] = []
        if self._bases and header.bases:
            for base in self.evaluator.members.mro(cls):
                rows = self.evaluator.vocabulary.of(base.path) if type(base) is Ext else ()
                found += [row for row in rows if row.kind == "entry" and row.by == "base"]
        for signature in self._signatures:
            method = header.bindings.get(signature.method)
            if type(method) is not tuple or method[0] != "def" or not fnmatchcase(header.name, signature.owner):
                continue
            if signature.fits(unit.header(method[1])):
                found.append(signature.row)
        return tuple(found)

    def kept(self, cls: Cls) -> Row | None:
        """The row that says that the framework makes one object of a class for all requests."""
        for row in self.of_class(cls)[:1]:
            if row.instance == "application" or any(self._denied(cls, name) for name in row.keywords):
                return row
        return None

    def _denied(self, cls: Cls, name: str) -> bool:
        """Whether a class, or a base of it, sets one of its attributes to False."""
        own = [o for o in self.evaluator.members.mro(cls) if type(o) is Cls]
        headers = [self.evaluator.units[each.file].header(each.scope) for each in own]
        return any(header.bindings.get(name) == ("=", False) for header in headers)

    def _registered(self, file: int) -> Iterator[tuple[tuple[int, int], Row]]:
        """Functions given to a registering call. A library's function is imported; a method may be anybody's."""
        frameworks = {pack.name for pack in self.evaluator.vocabulary.packs if pack.framework}
        unit = self.evaluator.units[file]
        mentions = unit.interface.mentions
        for name in sorted(self._called & mentions):
            if not any(mentions.issuperset(told) for told in self._calls[name]):
                continue
            for scope, number in unit.calls_named(name):
                site = Site(file, scope, number)
                rows = tuple(self._rows(self.evaluator.calls.callees(site), "call"))
                for row in rows or self._untyped.rows(file, scope, number, "call"):
                    values = [self.evaluator.calls.argument(site, row.argument, "")]
                    values += [self.evaluator.calls.argument(site, -1, key) for key in row.keywords]
                    for fn in (fn for value in values for fn in self._functions(file, scope, value)):
                        if fn.receiver is not None:
                            self.receivers.setdefault(fn[:2], fn.receiver)
                            if row.pack in frameworks or row.instance == "application":
                                self.registered.setdefault(fn[:2], []).append((site, fn.receiver))
                        yield fn[:2], row

    def _applied(self, file: int) -> Iterator[tuple[tuple[int, int], Row]]:
        """Functions given to a decorator by hand: `app.get("/")(function)`."""
        unit = self.evaluator.units[file]
        for scope in range(len(unit.interface.scopes)):
            calls = unit.body(scope).calls
            for callee, arguments, *_ in [call for call in calls if type(call[0]) is int and call[1]]:
                if last_name(calls[callee][0]) in self._decorators:
                    row = self._first(self.evaluator.calls.callees(Site(file, scope, callee)), "decorator")
                    yield from ((fn[:2], row) for fn in self._functions(file, scope, arguments[0]) if row)

    def _functions(self, file: int, scope: int, value: Any) -> Iterator[Fn]:
        """The functions that a value may be: also in a display, behind a partial, of an object that can be called."""
        match value:
            case ():
                return
            case ("list" | "tuple" | "set", *_):
                for item in value[1:]:
                    yield from self._functions(file, scope, item)
            case ("dict", *_):
                for _, item in value[1:]:
                    yield from self._functions(file, scope, item)
            case _:
                for origin in self.evaluator.origins(file, scope, value):
                    if type(origin) is Fn:
                        yield origin
                    if type(origin) is Obj:
                        called = self.evaluator.members.member(origin.cls, "__call__", origin)
                        yield from [method for method in called if type(method) is Fn]
                    for row in self.evaluator.meaning.rows(origin, "partial"):
                        if type(origin) is Ext and origin.site:
                            first = self.evaluator.calls.argument(origin.site, row.argument, row.keywords[0])
                            yield from self._functions(origin.site.file, origin.site.scope, first)

    def registers(self, site: Site) -> Row | None:
        """The row of a call that makes what it is given an entry point."""
        return self._first(self.evaluator.calls.callees(site), "call")

    def _first(self, origins: Origins, by: str) -> Row | None:
        return next(self._rows(origins, by), None)

    def _rows(self, origins: Origins, by: str) -> Iterator[Row]:
        return (row for o in origins for row in self.evaluator.meaning.rows(o, "entry") if row.by == by)

    def starts_up(self, file: int, scope: int) -> bool:
        """Whether a function is given to the framework to run once, before any request."""
        unit = self.evaluator.units[file]
        meaning = self.evaluator.meaning
        header = unit.header(scope)
        for decorator in header.decorators:
            path = unit.body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            if any(meaning.has_kind(o, "start-up") for o in self.evaluator.origins(file, header.parent, path)):
                return True
        handed = [site for site, _, calls in self._callers.of(file, scope) if not calls]
        return any(
            self._started(site, row, file, scope)
            for site in handed for o in self.evaluator.calls.callees(site) for row in meaning.rows(o, "start-up")
        )  # fmt: skip

    def _started(self, site: Site, row: Row, file: int, scope: int) -> bool:
        """Whether a call runs a function once: by what it is given under the row's keywords, if that has some."""
        given = [self.evaluator.calls.argument(site, -1, key) for key in row.keywords]
        functions = (fn for value in given for fn in self._functions(site.file, site.scope, value))
        return not row.keywords or any(fn[:2] == (file, scope) for fn in functions)


def _decorations(unit: Unit) -> tuple[tuple[int, Value, Value], ...]:
    """The decorators of the functions of a file: scope, decorator, and what that is or calls."""
    functions = ((n, row) for n, row in enumerate(unit.interface.scopes) if row[0] == FUNCTION and row[5])
    return tuple([
        (scope, each, unit.body(row[2]).calls[each][0] if type(each) is int else each)
        for scope, row in functions for each in row[5]
    ])  # fmt: skip


def _care(row: Row) -> tuple[int, bool, str]:
    """Which of two rows says that more is shared, where heirs of several frameworks have one method."""
    return ("reused", "", "own").index(row.context), row.instance != "application", row.path


def _told(path: str) -> tuple[str, ...]:
    """The names that whoever calls what has this path mentions: of a method those that stand behind its object."""
    *made, rest = path.split("().")
    names = rest.split(".")
    return tuple(names) if made else (names[0], names[-1])
