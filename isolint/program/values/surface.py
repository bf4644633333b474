"""Surface: what all files say at first sight: their paths, and the names they mention, import and inherit from."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from isolint.facts import CLASS, Value
from isolint.program.unit import Unit, last_name
from isolint.program.values.imports import Imports
from isolint.program.values.modules import Modules

SELDOM: Final = 60  # questions


class Heir(NamedTuple):
    """A class that inherits."""

    file: int
    scope: int
    name: str


class Surface:
    """Answers that go by names alone, for the whole program."""

    def __init__(self, units: tuple[Unit, ...], imports: Imports | None = None) -> None:
        self.units = units
        self.imports = imports or Imports(units, Modules([unit.path for unit in units]))
        self._files: dict[str, tuple[int, ...]] = {}  # by the names that they mention
        self._looked = 0
        self._aliases: dict[str, set[str]] | None = None
        self._heirs: dict[str, list[Heir]] | None = None
        self._libraries: frozenset[str] | None = None
        self._grown: dict[frozenset[str], frozenset[str]] = {}
        self._aliased: dict[frozenset[str], frozenset[str]] = {}

    def renewed(self, units: tuple[Unit, ...]) -> "Surface":
        """That of other units; where only some files say something else, what is known of the names of the rest."""
        if [unit.path for unit in units] != [unit.path for unit in self.units]:
            return Surface(units).indexed()
        made = Surface(units, self.imports.renewed(units))
        made._files = dict(self._told())
        for number, (before, now) in enumerate(zip(self.units, units, strict=True)):
            if before is not now:
                made._retell(number, before.interface.mentions, now.interface.mentions)
        return made

    def indexed(self) -> "Surface":
        """The same, which will be asked so often that it looks at all names now."""
        self._told()
        return self

    def mentioning(self, *names: str) -> Sequence[int]:
        """The files that mention one of the names, in their order."""
        if self._seldom():
            wanted = frozenset(names)
            return [n for n, unit in enumerate(self.units) if not wanted.isdisjoint(unit.interface.mentions)]
        told = self._told()
        if len(names) == 1:
            return told.get(names[0], ())
        return sorted({file for name in names for file in told.get(name, ())})

    def mentioned(self, names: Iterable[str]) -> frozenset[str]:
        """Those of the names that some file mentions."""
        wanted = frozenset(names)
        if self._seldom():
            return frozenset(name for unit in self.units for name in wanted & unit.interface.mentions)
        return wanted.intersection(self._told())

    def listing(self, texts: Iterable[str]) -> list[int]:
        """The files that write out lists, tuples or sets with some of these strings."""
        wanted = frozenset(texts)
        return [number for number, unit in enumerate(self.units) if not wanted.isdisjoint(unit.interface.listed)]

    def aliases(self) -> dict[str, set[str]]:
        """The other names under which modules import a name at their top: name -> aliases."""
        if self._aliases is None:
            self._aliases = {}
            for unit in self.units:
                for name, alias in unit.once(_renamed):
                    self._aliases.setdefault(name, set()).add(alias)
        return self._aliases

    def aliased(self, names: frozenset[str]) -> frozenset[str]:
        """These names, and the aliases they are imported under."""
        found = self._aliased.get(names)
        if found is None:
            aliases = self.aliases()
            found = self._aliased[names] = names.union(*[aliases[name] for name in names.intersection(aliases)])
        return found

    def libraries(self) -> frozenset[str]:
        """The first names of the modules that files import at their top."""
        if self._libraries is None:
            self._libraries = frozenset().union(*[unit.once(libraries) for unit in self.units])
        return self._libraries

    def heirs(self, name: str) -> list[Heir]:
        """The classes that have one of this name among their bases."""
        return self._inheritance().get(name, [])

    def inheriting(self, names: frozenset[str]) -> frozenset[str]:
        """These names and those of the classes that, as far as names tell, inherit from one of them."""
        found = self._grown.get(names)
        if found is None:
            every, pending = set(names), list(names)
            while pending:
                for heir in self.heirs(pending.pop()):
                    if heir.name not in every:
                        every.add(heir.name)
                        pending.append(heir.name)
            found = self._grown[names] = frozenset(every)
        return found

    def _seldom(self) -> bool:
        """Whether so little was asked yet that to look into each file is cheaper than an index of all names."""
        self._looked += 1
        return self._looked <= SELDOM and not self._files

    def _told(self) -> dict[str, tuple[int, ...]]:
        if not self._files:
            self._files = _files_of(unit.interface.mentions for unit in self.units)
        return self._files

    def _retell(self, file: int, before: AbstractSet[str], now: AbstractSet[str]) -> None:
        """Take a file from the names that it no longer mentions, and give it to those that it mentions now."""
        for name in before - now:
            self._files[name] = tuple([other for other in self._files[name] if other != file])
            if not self._files[name]:
                del self._files[name]
        for name in now - before:
            self._files[name] = tuple(sorted((*self._files.get(name, ()), file)))

    def _inheritance(self) -> dict[str, list[Heir]]:
        if self._heirs is None:
            self._heirs = {}
            for file, unit in enumerate(self.units):
                for scope, name, bases in unit.once(_inheriting):
                    for base in bases:
                        self._heirs.setdefault(base, []).append(Heir(file, scope, name))
        return self._heirs


def _renamed(unit: Unit) -> tuple[tuple[str, str], ...]:
    """The names that a file imports at its top under others, and these."""
    values = ((name, value) for name, value in unit.top().items() if type(value) is tuple and value[0] == "import")
    return tuple([(value[3], name) for name, value in values if value[3] not in (None, name)])


def libraries(unit: Unit) -> tuple[str, ...]:
    """The first names of the modules that a file imports at its top."""
    values = [value for value in unit.top().values() if type(value) is tuple and value[:2] == ("import", 0)]
    return tuple({value[2].partition(".")[0] for value in values})


def _inheriting(unit: Unit) -> tuple[tuple[int, str, frozenset[str]], ...]:
    """The classes of a file that have bases: scope, name, and the last names that these are written and defined by."""
    return tuple([
        (scope, header[1], frozenset([name for base in header[8] for name in _named(unit, base)]))
        for scope, header in enumerate(unit.interface.scopes) if header[0] == CLASS and header[8]
    ])  # fmt: skip


def _named(unit: Unit, base: Value) -> tuple[str, ...]:
    """The last names of a base, as a file writes it and as the file binds what is written."""
    if type(base) is tuple and base and base[0] == "[]":
        base = base[1]
    if type(base) is tuple and base and base[0] == "def":
        return (str(unit.interface.scopes[base[1]][1]),)
    bound = unit.top().get(base) if type(base) is str else None
    members = bound[1:] if type(bound) is tuple and bound[0] == "|" else (bound,)
    return (last_name(base), *[name for name in map(last_name, members) if name])


def _files_of(names: Iterable[AbstractSet[str]]) -> dict[str, tuple[int, ...]]:
    """For each name the files that have it, from the names of each file."""
    files: dict[str, list[int]] = {}
    for number, told in enumerate(names):
        for name in told:
            files.setdefault(name, []).append(number)
    return {name: tuple(numbers) for name, numbers in files.items()}
