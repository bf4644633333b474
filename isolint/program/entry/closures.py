"""Closures: which functions run once and leave behind inner functions that requests enter at."""

from typing import Any

from isolint.facts import CLASS, FUNCTION, LAMBDA, Body
from isolint.program.entry.callers import direct
from isolint.program.entry.entries import Entries
from isolint.program.entry.ways import Ways
from isolint.program.unit import Unit
from isolint.program.values.origins import Site
from isolint.vocabulary import Row


class Closures:
    """Answers whether what a function binds lives as long as the application, remembered.

    It does where an inner function is registered with what serves everybody, and no request runs the function itself.
    """

    def __init__(self, entries: Entries, ways: Ways) -> None:
        self._entries = entries
        self._ways = ways
        self._units = entries.evaluator.units
        self._hosts = entries.evaluator.vocabulary.names("host")
        self._around: frozenset[tuple[int, int]] | None = None
        self._memory: dict[tuple[int, int], bool] = {}

    def last(self, file: int, scope: int) -> bool:
        """Whether the names of a function live as long as the application."""
        if self._around is None:
            self._around = self._registering()
        at = (file, scope)
        if at not in self._around:
            return False
        found = self._memory.get(at)
        if found is None:
            found = self._memory[at] = self._once(file, scope)
        return found

    def _registering(self) -> frozenset[tuple[int, int]]:
        """The functions that stand around an entry point which is registered with a host."""
        found: set[tuple[int, int]] = set()
        for (file, scope), row in self._entries.all().items() if self._hosts else ():
            unit = self._units[file]
            around = unit.header(scope).parent
            if around > 0 and self._hosted(row):
                found.update((file, at) for at in enclosing(unit, scope))
        return frozenset(found)

    def _hosted(self, row: Row) -> bool:
        """Whether what a function is registered with serves everybody: a prefix of its path is a host."""
        path = row.path
        while path and row.by in ("decorator", "call"):
            if path in self._hosts:
                return True
            path = path.rpartition(".")[0]
        return False

    def _once(self, file: int, scope: int) -> bool:
        """Whether no request runs a function, nor one around it."""
        return self._entries.roles[file] == "application" and self._ways.to(file, scope) is None

    def holding(self, site: Site) -> str:
        """The name of such a function that holds what a call in it gives, and that an inner function speaks of."""
        if not self.last(site.file, site.scope):
            return ""
        unit = self._units[site.file]
        inner = [(at, names) for at, names in unit.once(_spoken) if site.scope in enclosing(unit, at)]
        for name, value in unit.header(site.scope).bindings.items():
            held = (at for at, names in inner if name in names and holder(unit, at, name) == site.scope)
            if site.call in direct(value) and next(held, None) is not None:
                return self.name(site.file, site.scope, name)
        return ""

    def name(self, file: int, scope: int, name: str) -> str:
        """A name of such a function as its readers know it."""
        return f"{self._units[file].qualname(scope)}.{name}"


def enclosing(unit: Unit, scope: int) -> list[int]:
    """The functions around a scope, the nearest first."""
    found = []
    at = unit.header(scope).parent
    while at > 0:
        if unit.header(at).kind == FUNCTION:
            found.append(at)
        at = unit.header(at).parent
    return found


def holder(unit: Unit, scope: int, name: str) -> int:
    """The function around a scope whose name a free one is, or -1 where that is the module's."""
    at = unit.header(scope).parent
    while at > 0:
        header = unit.header(at)
        if header.kind != CLASS and (name in header.bindings or any(row[0] == name for row in header.params)):
            return at
        at = header.parent
    return -1


def _spoken(unit: Unit) -> tuple[tuple[int, frozenset[str]], ...]:
    """For each inner function of a file but lambdas, the free names that it reads or changes."""
    scopes = enumerate(unit.interface.scopes)
    functions = (n for n, row in scopes if row[0] == FUNCTION and row[2] > 0 and not row[4] & LAMBDA)
    return tuple([(n, frozenset(_roots(unit.body(n)))) for n in functions])


def _roots(body: Body) -> set[str]:
    stack: list[Any] = [value for value, _ in (*body.returns, *body.yields)]
    for callee, arguments, keywords, *_ in body.calls:
        stack += [callee, *arguments, *[value for _, value in keywords]]
    for kind, base, key, value, *_ in body.stores:
        stack += [base, value, *([key] if kind.endswith(("item", "name")) else [])]
    stack += [part for base, key, *_ in body.loads for part in (base, key)]
    stack += [value for _, _, value in body.regions]
    found: set[str] = set()
    while stack:
        part = stack.pop()
        if type(part) is str:
            found.add(part.partition(".")[0])
        elif type(part) is tuple and part and part[0] == ".":
            stack.append(part[1])
        elif type(part) is tuple and part and part[0] not in ("=", "def", "import"):
            stack += [each for pair in part[1:] for each in pair] if part[0] == "dict" else part[1:]
    return found
