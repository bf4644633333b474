"""Callers: who runs a function: by calling it, by handing it on, by declaring it as a dependency."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from isolint.facts import CLASS, LAMBDA
from isolint.program.entry.tables import Tables
from isolint.program.unit import handed, last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Fn, Obj, Origin, Site

LIMIT = 400  # calls of one name that are looked at; more of them belong to a name that says nothing


class Caller(NamedTuple):
    """A call, and the scope that it counts for: a default or decorator counts for its function.

    `calls` is False where the function is only handed on: as a callback, as a dependency.
    """

    site: Site
    runner: int
    calls: bool


class Callers:
    """The calls that may run a function; each answer is remembered.

    Who tests or scripts the application says nothing about its requests: of what the application defines, only callers
    in the application count.
    """

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...]) -> None:
        self._evaluator = evaluator
        self._roles = roles
        self._units = evaluator.units
        self._tables = Tables(evaluator)
        self._memory: dict[tuple[int, int], tuple[Caller, ...]] = {}
        self._owners: dict[int, dict[tuple[int, int], int]] = {}

    def of(self, file: int, scope: int) -> tuple[Caller, ...]:
        """The calls that run the function of a scope, or make the class of one."""
        key = (file, scope)
        found = self._memory.get(key)
        if found is None:
            self._memory[key] = ()
            found = self._memory[key] = tuple(self._search(file, scope))
        return found

    def _search(self, file: int, scope: int) -> list[Caller]:
        unit = self._units[file]
        header = unit.header(scope)
        owner = unit.owner(scope)
        name = (
            unit.header(owner).name
            if owner >= 0 and header.name in ("__init__", "__new__", "__call__")
            else header.name
        )
        if header.flags & LAMBDA:
            return []
        targets = self._targets(file, scope, owner)
        found: list[Caller] = []
        seen = 0
        names = {name, *self._evaluator.surface.aliases().get(name, ())}
        for number in self._speaking(names, file):
            other = self._units[number]
            here = names | {"cls"} if number == file and targets == {("class", file, scope)} else names
            for where, call in dict.fromkeys(c for n in sorted(here) for c in other.calls_named(n)):
                seen += 1
                if seen > LIMIT:
                    return []
                site = Site(number, where, call)
                values = other.body(where).calls[call]
                callee = values[0]
                if self._means(site, callee, here, targets):
                    found.append(Caller(site, self.runner(site), calls=True))
                elif any(self._means(site, v, names, targets) for v in handed(values)):
                    found.append(Caller(site, self.runner(site), calls=False))
        return found + self._around(file, scope) + self._by_table(file, names, targets)

    def _around(self, file: int, scope: int) -> list[Caller]:
        """The calls of an inner function in the one around it, which has it by value."""
        unit = self._units[file]
        parent = unit.header(scope).parent
        if parent <= 0 or unit.header(parent).kind == CLASS:
            return []
        here = ("def", scope)
        found = []
        for number, call in enumerate(unit.body(parent).calls):
            if call[0] == here or here in handed(call):
                found.append(Caller(Site(file, parent, number), parent, calls=call[0] == here))
        return found

    def _by_table(self, file: int, names: set[str], targets: set[tuple[str, int, int]]) -> list[Caller]:
        """The calls of what a table holds, where that is this function."""
        found: list[Caller] = []
        for number in self._speaking(names, file):
            for name in sorted(names):
                found += self._taken(number, name, number, targets)
                for table in self._tables.holding(number, name):
                    spoken = {table, *self._evaluator.surface.aliases().get(table, ())}
                    for other in self._speaking(spoken, file):
                        found += self._taken(other, name, number, targets) if other != number else []
        return list(dict.fromkeys(found))

    def _taken(self, file: int, name: str, home: int, targets: set[tuple[str, int, int]]) -> list[Caller]:
        """The calls in a file of what tables of the file `home` hold under a name."""
        sites = [
            Site(file, taken.scope, taken.call)
            for taken in self._tables.taken(file, name)
            if taken.home[0] == home and any(_target(o) in targets for o in self._tables.held(taken, name))
        ]
        return [Caller(site, self.runner(site), calls=True) for site in sites]

    def _speaking(self, names: set[str], file: int) -> Sequence[int]:
        """The files that mention a name of something that `file` defines: of the application's, only its own files."""
        found = self._evaluator.surface.mentioning(*names)
        if self._roles[file] != "application":
            return found
        return [number for number in found if self._roles[number] == "application"]

    def _targets(self, file: int, scope: int, owner: int) -> set[tuple[str, int, int]]:
        """The function, the methods that it overrides, and the class that it initialises."""
        unit = self._units[file]
        header = unit.header(scope)
        if header.kind == CLASS:
            return {("class", file, scope)}
        targets = {("function", file, scope)}
        if owner >= 0:
            if header.name in ("__init__", "__new__"):
                return {("class", file, owner)}
            for base in self._evaluator.members.mro(Cls(file, owner))[1:]:
                if type(base) is Cls:
                    value = self._units[base.file].header(base.scope).bindings.get(header.name)
                    if type(value) is tuple and value[0] == "def":
                        targets.add(("function", base.file, value[1]))
        return targets

    def _means(self, site: Site, value: Any, names: set[str], targets: set[tuple[str, int, int]]) -> bool:
        if last_name(value) not in names:
            return False
        return any(_target(o) in targets for o in self._evaluator.origins(site.file, site.scope, value))

    def runner(self, site: Site) -> int:
        """The scope that a call counts for."""
        owners = self._owners.get(site.file)
        if owners is None:
            owners = self._owners[site.file] = {}
            unit = self._units[site.file]
            for inner in range(1, len(unit.interface.scopes)):
                header = unit.header(inner)
                if header.kind != CLASS:
                    for value in (*header.decorators, *[v for row in header.params for v in row[1:3]]):
                        for number in numbers(value):
                            owners[header.parent, number] = inner
        return owners.get((site.scope, site.call), site.scope)


def numbers(value: Any) -> list[int]:
    """The calls that a value mentions."""
    if type(value) is int:
        return [value]
    if type(value) is not tuple or (value and value[0] in ("=", "def", "import")):
        return []
    return [n for part in value for n in numbers(part) if type(part) is not str]


def direct(value: Any) -> list[int]:
    """The calls whose result a value is or may be, as opposed to what it is derived from."""
    match value:
        case int():
            return [value]
        case ("|", *members):
            return [n for m in members for n in direct(m)]
        case (":", inner, _):
            return direct(inner)
        case ("[]", int(call), ("=", int())):
            return [call]
    return []


def _target(origin: Origin) -> tuple[str, int, int] | None:
    match origin:
        case Fn(file, scope, _):
            return ("function", file, scope)
        case Cls(file, scope):
            return ("class", file, scope)
        case Obj(Cls(file, scope), None):
            return ("class", file, scope)
    return None
