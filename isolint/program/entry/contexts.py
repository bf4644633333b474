"""Contexts: in which execution context a chain of calls runs: one of the request's own, or one that is used again."""

from collections.abc import Iterator
from typing import Final, Literal

from isolint.facts import ASYNC, FUNCTION, Body
from isolint.program.entry.callers import Callers
from isolint.program.entry.entries import Entries
from isolint.program.entry.ways import Way
from isolint.program.flow.regions import chain
from isolint.program.unit import handed, last_name
from isolint.program.values.origins import Site
from isolint.vocabulary import Row

Context = Literal["own", "reused", ""]
BRANCHES: Final = frozenset({"if", "else", "except", "loop"})


class Contexts:
    """Answers about ways from an entry."""

    def __init__(self, entries: Entries, callers: Callers) -> None:
        self._entries = entries
        self._callers = callers
        self._e = entries.evaluator
        self._units = entries.evaluator.units

    def of(self, way: Way, file: int, scope: int) -> Context:
        """Whether the next request may meet what a function at the end of a way leaves; unknown is empty."""
        for row in self._runners(way, file, scope):
            if row is None:
                return ""
            return "reused" if row.runs == "thread" and row.context != "own" else "own"
        row = None if way.assumed else self._entries.row(way.file, way.scope)
        if row is None or not row.context:
            return ""
        return "own" if row.context == "own" else "reused"

    def on_loop(self, way: Way, file: int, scope: int) -> bool:
        """Whether a function at the end of a way runs in the thread of an event loop, as other requests do."""
        if not self._units[way.file].header(way.scope).flags & ASYNC:
            return False
        return not any(row is None or row.runs in ("thread", "inline") for row in self._runners(way, file, scope))

    def _runners(self, way: Way, file: int, scope: int) -> Iterator[Row | None]:
        """What functions of a way are handed to, the last one first; None where that is not known."""
        for site in way.calls[::-1]:
            yield from self._around(file, scope)
            yield from self._handed(site, file, scope)
            file, scope = site.file, site.scope
        yield from self._around(file, scope)

    def _around(self, file: int, scope: int) -> Iterator[Row | None]:
        """What a nested function is handed to by the one around it."""
        unit = self._units[file]
        parent = unit.header(scope).parent
        if parent > 0 and unit.header(parent).kind == FUNCTION:
            for number, call in enumerate(unit.body(parent).calls):
                if ("def", scope) in handed(call) and (row := self._row(Site(file, parent, number))):
                    yield row

    def _handed(self, site: Site, file: int, scope: int) -> Iterator[Row | None]:
        """What a function, or its coroutine, is given to by a call."""
        if row := self._row(site):
            yield row
            return
        body = self._units[site.file].body(site.scope)
        for number, call in enumerate(body.calls):
            if number > site.call and any(type(v) is int and v == site.call for v in handed(call)):
                row = self._row(Site(site.file, site.scope, number))
                if row:
                    yield row
                    return
        callees = self._e.calls.callees(site)
        if not any(self._e.meaning.has_kind(o, "injector") for o in callees) and not self._calls(site, file, scope):
            yield None

    def _calls(self, site: Site, file: int, scope: int) -> bool:
        """Whether a call calls a function, or makes its class, as far as names tell, or a table."""
        unit = self._units[file]
        header = unit.header(scope)
        names = {header.name, *self._e.surface.aliases().get(header.name, ())}
        if header.name.startswith("__") and unit.owner(scope) >= 0:
            return True
        called = last_name(self._units[site.file].body(site.scope).calls[site.call][0])
        return called in names or (not called and any(s == site and c for s, _, c in self._callers.of(file, scope)))

    def _row(self, site: Site) -> Row | None:
        rows = (r for o in self._e.calls.callees(site) for r in self._e.meaning.rows(o, "spawner"))
        return next(rows, None)

    def each_time(self, way: Way, hooks: frozenset[str], region: int, file: int, scope: int) -> bool:
        """Whether every request sets anew what is set at the end of a way: by a hook that runs for all of them."""
        row = self._entries.row(way.file, way.scope)
        if row is None or not _hook(row, hooks):
            return False
        if branched(self._units[file].body(scope), region):
            return False
        bodies = [(self._units[s.file].body(s.scope), s) for s in way.calls]
        return not any(branched(body, body.calls[s.call][5]) for body, s in bodies)


def _hook(row: Row, hooks: frozenset[str]) -> bool:
    """Whether a row speaks of what runs for every request: a middleware, or one of the hooks by name."""
    last = row.path.rpartition(".")[2]
    return row.by == "signature" or last in hooks or "middleware" in last.lower()


def branched(body: Body, region: int) -> bool:
    """Whether something runs only sometimes."""
    return any(body.regions[r][0] in BRANCHES for r in chain(body, region))
