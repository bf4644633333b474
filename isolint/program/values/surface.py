"""Surface: what all files say at first sight: the names they mention, import and inherit from."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from isolint.facts import CLASS
from isolint.program.unit import Unit, last_name

SELDOM: Final = 60  # questions


class Heir(NamedTuple):
    """A class that has bases, by their last names."""

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
        self._defining: dict[str, tuple[int, ...]] | None = None
        self._originals: dict[str, list[str]] | None = None
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

    def defining(self, name: str) -> list[int]:
        """The files that define a function or class of that name, under that name or as an alias."""
        if self._originals is None:
            self._originals = {}
            for own, others in self.aliases().items():
                for other in others:
                    self._originals.setdefault(other, []).append(own)
        names = (name, *self._originals.get(name, ()))
        told = self._defined()
        return [file for each in names for file in told.get(each, ())]

    def _defined(self) -> dict[str, tuple[int, ...]]:
        if self._defining is None:
            self._defining = _files_of({header[1] for header in unit.interface.scopes} for unit in self.units)
        return self._defining

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
        for scope, header in enumerate(self.units[file].interface.scopes):
            if header[0] == CLASS and header[8]:
                plain = (b[1] if type(b) is tuple and b[0] == "[]" else b for b in header[8])
                yield Heir(file, scope, header[1], frozenset(last_name(base) for base in plain))


def _files_of(names: Iterable[AbstractSet[str]]) -> dict[str, tuple[int, ...]]:
    """For each name the files that have it, from the names of each file."""
    files: dict[str, list[int]] = {}
    for number, told in enumerate(names):
        for name in told:
            files.setdefault(name, []).append(number)
    return {name: tuple(numbers) for name, numbers in files.items()}
