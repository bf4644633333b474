"""Neighbours: which files of a suite may get at what another one has, as far as names tell."""

from collections.abc import Iterable, Sequence
from typing import Final

from isolint.program import Program
from isolint.program.entry.roles import is_test_file
from isolint.program.testing.inside import Inside

CONFTEST: Final = "conftest"
PACKAGE: Final = "/__init__.py"


def inside(program: Program) -> Inside:
    """Which functions of the suite functions run."""
    return program.reach.calls


class Neighbours:
    """Answers by the names of modules: that of the file itself, and that of its package where this hands it on."""

    def __init__(self, program: Program) -> None:
        self._units = program.units
        self._modules = program.modules
        self._surface = program.evaluator.surface
        self._spoken: dict[int, frozenset[str]] = {}
        self._above: dict[str, tuple[int, ...]] = {}
        self._mentioned: dict[int, frozenset[str]] = {}
        self._meant: dict[str, frozenset[int]] = {}
        self._named: dict[str, list[int]] = {}
        for file in program.asked:
            if program.roles[file] != "application" or is_test_file(self._units[file].path):
                self._named.setdefault(self.module(file), []).append(file)
        self._names = frozenset(self._named)

    def spoken(self, file: int) -> frozenset[str]:
        """The names of modules by which a file is imported."""
        found = self._spoken.get(file)
        if found is None:
            names = {self.module(file)}
            package = self._modules.at(self._units[file].folder)
            if package is not None and not names.isdisjoint(self._units[package].interface.mentions):
                names.add(self.module(package))
            found = self._spoken[file] = frozenset(names)
        return found

    def module(self, file: int) -> str:
        """The last name of a file's module."""
        return self._modules.dotted(file).rpartition(".")[2]

    def named(self, file: int) -> frozenset[str]:
        """The names of modules of the suite that a file mentions."""
        found = self._mentioned.get(file)
        if found is None:
            found = self._mentioned[file] = self._units[file].interface.mentions & self._names
        return found

    def called(self, name: str) -> frozenset[int]:
        """The files of the suite that a module's name may mean, and what a package of that name hands on."""
        found = self._meant.get(name)
        if found is None:
            files = set(self._named[name])
            for package in [f for f in files if self._units[f].path.endswith(PACKAGE)]:
                inner = (f for other in self.named(package) for f in self._named[other])
                files.update([f for f in inner if self._units[f].folder == self._units[package].folder])
            found = self._meant[name] = frozenset(files)
        return found

    def naming(self, file: int, names: Iterable[str]) -> Sequence[int]:
        """The files that name a file's module; for a package, which `from . import` leaves unnamed, those below it."""
        found = self._surface.mentioning(*self.spoken(file))
        unit = self._units[file]
        if not unit.path.endswith(PACKAGE):
            return found
        inner = [
            n for n in self._surface.mentioning(*names) if f"{self._units[n].folder}/".startswith(f"{unit.folder}/")
        ]
        return [*found, *inner]

    def near(self, file: int, names: Iterable[str]) -> set[int]:
        """The files that mention one of these names of a file, and see it."""
        return {other for other in self._surface.mentioning(*names) if self.sees(other, file)}

    def sees(self, file: int, other: int) -> bool:
        """Whether a file names another one's module, or gets something of it by the conftests and packages above."""
        spoken = self.spoken(other)
        if file == other or not spoken.isdisjoint(self._units[file].interface.mentions):
            return True
        above = self.above(self._units[file].folder)
        return other in above or any(not spoken.isdisjoint(self._units[each].interface.mentions) for each in above)

    def above(self, folder: str) -> tuple[int, ...]:
        """The conftests and packages that a folder stands in."""
        found = self._above.get(folder)
        if found is None:
            own = (self._modules.at(f"{folder}/{CONFTEST}" if folder else CONFTEST), self._modules.at(folder))
            around = self.above(folder.rpartition("/")[0]) if folder else ()
            found = self._above[folder] = (*[f for f in own if f is not None], *around)
        return found
