"""Instances: the places that make, keep or hand out the one object of a class that outlives the request."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal, NamedTuple

from isolint.facts import CLASS, FUNCTION, MODULE
from isolint.program.lifetimes import Lasting, Lifetimes
from isolint.program.unit import Unit
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Cls, Obj, Site

Part = Literal["itself", "made", "getter", "alias"]

KEPT: Final = frozenset({"application-state", "kept"})


class Instance(NamedTuple):
    """A place: the class that makes itself one, where one is made, a getter that hands it out, another name for it."""

    part: Part
    file: int
    scope: int
    position: int


class Instances:
    """Answers for a class of which an object outlives the request; remembered."""

    def __init__(self, evaluator: Evaluator, lifetimes: Lifetimes, roles: tuple[str, ...]) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._lifetimes = lifetimes
        self._roles = roles
        self._memory: dict[Cls, tuple[Instance, ...]] = {}
        self._near: dict[int, frozenset[Cls]] = {}

    def of(self, cls: Cls) -> tuple[Instance, ...]:
        """All such places in the application, the class itself first, each once."""
        found = self._memory.get(cls)
        if found is None:
            found = self._memory[cls] = tuple(dict.fromkeys(self._search(cls)))
        return found

    def near(self, files: Iterable[int]) -> frozenset[Cls]:
        """The classes that these files define, and all that have a place in them."""
        return frozenset(cls for file in files for cls in self._in(file))

    def _in(self, file: int) -> frozenset[Cls]:
        found = self._near.get(file)
        if found is None:
            found = self._near[file] = frozenset(self._spoken_of(file))
        return found

    def _spoken_of(self, file: int) -> Iterator[Cls]:
        """The classes of a file, those that calls in it make to last, and those of what it hands out and names."""
        scopes = self._units[file].interface.scopes
        for scope, header in enumerate(scopes):
            if header[0] == CLASS:
                yield Cls(file, scope)
                single = self._lifetimes.singleton(Cls(file, scope))
                yield from self._e.members.below(Cls(file, scope)) if single and single.file == file else ()
            for number, name in enumerate(self._units[file].callees(scope)):
                yield from self._made(Site(file, scope, number)) if name else ()
            if header[0] == FUNCTION and self._units[file].body(scope).returns:
                yield from (o.cls for o in self._lifetimes.returns(file, scope) if isinstance(o, Obj) and o.site)
        for value in self._units[file].top().values():
            if (number := _made_by(value)) >= 0:
                yield from (o.cls for o in self._e.calls.result(file, MODULE, number, None) if isinstance(o, Obj))

    def _made(self, site: Site) -> Iterator[Cls]:
        for origin in self._e.calls.callees(site):
            cls = origin.cls if isinstance(origin, Obj) else origin
            if isinstance(cls, Cls) and (self._lifetimes.site(site) or self._lifetimes.singleton(cls)):
                yield cls

    def _search(self, cls: Cls) -> Iterator[Instance]:
        names = {self._units[cls.file].header(cls.scope).name}
        single = self._lifetimes.singleton(cls)
        if single:
            yield Instance("itself", single.file, single.scope, single.position)
        for site in self._lifetimes.sites(cls):
            lasting = self._lifetimes.site(site)
            if self._roles[site.file] != "application" or (lasting is None and not single):
                continue
            if lasting:
                names.add(lasting.name.rpartition(".")[2])
            around = self._units[site.file].header(site.scope)
            declared = self._declared(site, lasting) if lasting and lasting.how == "global" else 0
            if declared:
                yield Instance("made", site.file, MODULE, declared)
            elif around.kind != FUNCTION or (lasting and lasting.how in KEPT):
                yield Instance("made", *site[:2], self._units[site.file].body(site.scope).calls[site.call][3])
        for file, scope in self._getters(cls, names):
            header = self._units[file].header(scope)
            names.add(header.name)
            yield Instance("getter", file, scope, header.position)
        yield from self._aliases(cls, names)

    def _declared(self, site: Site, lasting: Lasting) -> int:
        """Where a module declares the name that a function keeps something under."""
        return self._units[site.file].header(MODULE).places.get(lasting.name.rpartition(".")[2], 0)

    def _getters(self, cls: Cls, names: set[str]) -> list[tuple[int, int]]:
        """Functions that return an object of the class which outlives the request."""
        found: dict[tuple[int, int], None] = {}
        grown = True
        while grown:
            grown = False
            for file, unit in self._mentioning(names):
                for scope, header in enumerate(unit.interface.scopes):
                    if header[0] != FUNCTION or (file, scope) in found or header[1].startswith("<"):
                        continue
                    if header[2] and not self._static(unit.header(header[2]).kind, header[5]):
                        continue
                    if self._returns(cls, file, scope):
                        found[file, scope] = None
                        grown = grown or header[1] not in names
                        names.add(header[1])
        return list(found)

    def _mentioning(self, names: set[str]) -> list[tuple[int, Unit]]:
        """The files of the application that mention one of the names."""
        files = self._e.surface.mentioning(*names)
        return [(file, self._units[file]) for file in files if self._roles[file] == "application"]

    def _static(self, around: int, decorators: tuple[object, ...]) -> bool:
        """Whether a function in another scope is called on a class: no method of an object, no inner function."""
        return around == CLASS and bool({"classmethod", "staticmethod"} & set(decorators))

    def _returns(self, cls: Cls, file: int, scope: int) -> bool:
        if not self._units[file].body(scope).returns:
            return False
        given = self._lifetimes.returns(file, scope)
        return any(isinstance(o, Obj) and o.cls == cls and o.site and self._lifetimes.of(o) for o in given)

    def _aliases(self, cls: Cls, names: set[str]) -> Iterator[Instance]:
        """Module-level names for what a getter returns."""
        for file, unit in self._mentioning(names):
            for value in unit.header(MODULE).bindings.values():
                number = _made_by(value)
                if number < 0 or cls in self._e.calls.callees(Site(file, MODULE, number)):
                    continue
                given = self._e.calls.result(file, MODULE, number, None)
                if any(isinstance(o, Obj) and o.cls == cls for o in given):
                    yield Instance("alias", file, MODULE, unit.body(MODULE).calls[number][3])


def _made_by(value: Any) -> int:
    """The call whose result a name is bound to, or -1."""
    number = value[1] if type(value) is tuple and value[0] == ":" else value
    return number if type(number) is int else -1
