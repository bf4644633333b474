"""Surface: what all files say at first sight: the names they mention, import and inherit from."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from isolint.facts import CLASS, Value
from isolint.program.unit import Unit, last_name

SELDOM: Final = 60  # questions


class Heir(NamedTuple):
    """A class that has bases, by the last names that these are written and defined by."""

    file: int
    scope: int
    name: str
    bases: frozenset[str]


class Surface:
    """Answers that go by names alone, for the whole program."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self.units = units
        self._files: dict[str, tuple[int, ...]] = {}
        self._looked = 0
        self._aliases: dict[str, set[str]] | None = None
        self._heirs: dict[str, list[Heir]] | None = None
        self._imports: frozenset[str] | None = None
        self._grown: dict[frozenset[str], frozenset[str]] = {}
        self._aliased: dict[frozenset[str], frozenset[str]] = {}

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
                for name, value in unit.top().items():
                    if type(value) is tuple and value[0] == "import" and value[3] not in (None, name):
                        self._aliases.setdefault(value[3], set()).add(name)
        return self._aliases

    def aliased(self, names: frozenset[str]) -> frozenset[str]:
        """These names, and the aliases they are imported under."""
        found = self._aliased.get(names)
        if found is None:
            aliases = self.aliases()
            found = self._aliased[names] = names.union(*[aliases[name] for name in names.intersection(aliases)])
        return found

    def imports(self) -> frozenset[str]:
        """The first names of the modules that files import at their top."""
        if self._imports is None:
            values = (value for unit in self.units for value in unit.top().values())
            told = (v for v in values if type(v) is tuple and v[:2] == ("import", 0))
            self._imports = frozenset(v[2].partition(".")[0] for v in told)
        return self._imports

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

    def _inheritance(self) -> dict[str, list[Heir]]:
        if self._heirs is None:
            self._heirs = {}
            for file in range(len(self.units)):
                for row in self._of(file):
                    for base in row.bases:
                        self._heirs.setdefault(base, []).append(row)
        return self._heirs

    def _of(self, file: int) -> Iterator[Heir]:
        """The classes of a file that have bases."""
        unit = self.units[file]
        for scope, header in enumerate(unit.interface.scopes):
            if header[0] == CLASS and header[8]:
                yield Heir(file, scope, header[1], frozenset([n for base in header[8] for n in _named(unit, base)]))


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
