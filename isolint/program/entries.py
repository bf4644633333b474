"""Entries: where requests enter, and the shortest way from there to a function."""

from typing import NamedTuple

from isolint.facts import CLASS, FUNCTION
from isolint.program.callers import Callers
from isolint.program.evaluate import Evaluator
from isolint.program.origins import Cls, Ext, Site
from isolint.program.unit import last_name
from isolint.vocabulary import Row

FAR = 300  # functions looked at on the way back to an entry


class Way(NamedTuple):
    """A chain of calls from an entry point: the entry's file and scope, then the calls in the order they run."""

    file: int
    scope: int
    calls: tuple[Site, ...]
    entries: int
    assumed: bool


class Entries:
    """Entry points of requests, and what they reach."""

    def __init__(self, evaluator: Evaluator, callers: Callers, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._callers = callers
        self._roles = roles
        self._memory: dict[tuple[int, int], Way | None] = {}
        rows = evaluator.vocabulary.kinds.get("entry", ())
        self._names = frozenset(r.path.rpartition(".")[2] for r in rows if r.by == "decorator")
        self._bases = frozenset(r.path.rpartition(".")[2] for r in rows if r.by == "base")
        self._all: tuple[tuple[int, int], ...] | None = None

    def row(self, file: int, scope: int) -> Row | None:
        """The row that makes a function an entry point by its decorators or its class."""
        unit = self._evaluator.units[file]
        header = unit.header(scope)
        if header.kind != FUNCTION:
            return None
        for decorator in header.decorators:
            path = decorator
            if type(decorator) is int:
                path = unit.body(header.parent).calls[decorator][0]
            if last_name(path) in self._names:
                for origin in self._evaluator.origins(file, header.parent, path):
                    for row in self._evaluator.meaning.rows(origin, "entry"):
                        if row.by == "decorator":
                            return row
        owner = unit.owner(scope)
        if owner >= 0 and self._bases and unit.header(owner).bases:
            for base in self._evaluator.members.mro(Cls(file, owner)):
                for row in self._evaluator.vocabulary.of(base.path) if type(base) is Ext else ():
                    if row.kind == "entry" and row.by == "base" and header.name in row.methods:
                        return row
        return None

    def all(self) -> tuple[tuple[int, int], ...]:
        """Every entry point of the application by decorator, base or registering call."""
        if self._all is None:
            found = []
            evaluator = self._evaluator
            registering = [r.path for r in evaluator.vocabulary.kinds.get("entry", ()) if r.by == "call"]
            classes = evaluator.members.inheriting(self._bases)
            for file, unit in enumerate(evaluator.units):
                if self._roles[file] == "test":
                    continue
                mentions = unit.interface.mentions
                decorated, based = not mentions.isdisjoint(self._names), not mentions.isdisjoint(classes)
                if decorated or based:
                    for scope, header in enumerate(unit.interface.scopes):
                        if header[0] == FUNCTION and (based or header[5]) and self.row(file, scope):
                            found.append((file, scope))
                # A function of a library is imported; a method may be called on what another file imports.
                near = [p for p in registering if "()" in p or p.partition(".")[0] in mentions]
                for name in {p.rpartition(".")[2] for p in near} & mentions:
                    for scope, number in unit.calls_named(name):
                        if self._registers(Site(file, scope, number)):
                            found.append((file, scope))
            self._all = tuple(found)
        return self._all

    def _registers(self, site: Site) -> bool:
        return any(
            row.by == "call"
            for origin in self._evaluator.calls.callees(site)
            for row in self._evaluator.meaning.rows(origin, "entry")
        )

    def starts_up(self, file: int, scope: int) -> bool:
        """Whether a function is given to the framework to run once, before any request."""
        unit = self._evaluator.units[file]
        meaning = self._evaluator.meaning
        header = unit.header(scope)
        for decorator in header.decorators:
            path = unit.body(header.parent).calls[decorator][0] if type(decorator) is int else decorator
            if any(meaning.has_kind(o, "start-up") for o in self._evaluator.origins(file, header.parent, path)):
                return True
        handed = [site for site, _, calls in self._callers.of(file, scope) if not calls]
        return any(meaning.has_kind(o, "start-up") for site in handed for o in self._evaluator.calls.callees(site))

    def way(self, file: int, scope: int) -> Way | None:
        """The shortest way from an entry point to a function, or None where no entry is known to reach it."""
        key = (file, scope)
        if key not in self._memory:
            self._memory[key] = self._search(file, scope)
        return self._memory[key]

    def _search(self, file: int, scope: int) -> Way | None:
        start = (file, scope)
        onward: dict[tuple[int, int], tuple[tuple[int, int], Site | None]] = {start: (start, None)}
        queue = [start]
        first: tuple[int, int] | None = None
        entries = 0
        for at in queue:
            if len(onward) > FAR:
                break
            if self._roles[at[0]] != "application" and at != start:
                continue
            if self.row(*at) is not None:
                entries += 1
                first = first or at
                continue
            unit = self._evaluator.units[at[0]]
            header = unit.header(at[1])
            if header.kind == FUNCTION and header.parent > 0 and unit.header(header.parent).kind != CLASS:
                outer = (at[0], header.parent)
                if outer not in onward:
                    onward[outer] = (at, None)
                    queue.append(outer)
            for site, runner, _ in self._callers.of(*at):
                caller = (site.file, runner)
                if self._registers(site):
                    entries += 1
                    if first is None:
                        first = at
                elif caller not in onward and runner > 0:
                    onward[caller] = (at, site)
                    queue.append(caller)
        if first is None:
            return None
        calls: list[Site] = []
        at = first
        while at != start:
            at, call = onward[at]
            if call is not None:
                calls.append(call)
        return Way(*first, tuple(calls), entries, assumed=False)
