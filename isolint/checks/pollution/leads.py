"""Leads: by which names a file may reach a helper that leaves something changed."""

from collections.abc import Iterator
from typing import Final

from isolint.checks.pollution.neighbours import Neighbours
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.testing.endings import Endings

NOTHING: Final = frozenset[str]()
DEEP: Final = 2  # files that helpers call each other through


class Leads:
    """Answers by names alone, each remembered: whom a name means is asked where something may come of it."""

    def __init__(self, program: Program, endings: Endings) -> None:
        self._program = program
        self._units = program.units
        self._neighbours = program.once(Neighbours)
        self._endings = endings
        self._led: dict[tuple[int | str, int | str], frozenset[str]] = {}
        self._changed: dict[int, frozenset[int]] = {}
        self._helpers: dict[tuple[int, int], frozenset[str]] = {}

    def changing(self, file: int) -> frozenset[int]:
        """The scopes of a file that change something themselves."""
        found = self._changed.get(file)
        if found is None:
            found = self._changed[file] = self._endings.changing(file)
        return found

    def of(self, file: int, deep: int = DEEP) -> frozenset[str]:
        """The names of helpers that a file sees whose call may change something, as far as names tell."""
        key = (file, deep)
        found = self._led.get(key)
        if found is None:
            around = self._above(self._units[file].folder, deep)
            found = self._led[key] = _joined([around, self._helping(file, deep), *self._spoken(file, deep)])
        return found

    def _above(self, folder: str, deep: int) -> frozenset[str]:
        """Those of the conftests that hold for a folder, and of what they name."""
        key = (folder, deep)
        found = self._led.get(key)
        if found is None:
            above = self._neighbours.above(folder)
            groups = [g for file in above for g in (self._helping(file, deep), *self._spoken(file, deep))]
            found = self._led[key] = _joined(groups)
        return found

    def _spoken(self, file: int, deep: int) -> list[frozenset[str]]:
        """Those of the modules that a file mentions."""
        return [self._meant(name, deep) for name in self._neighbours.named(file)]

    def _meant(self, module: str, deep: int) -> frozenset[str]:
        key = (deep, module)
        found = self._led.get(key)
        if found is None:
            found = self._led[key] = _joined([self._helping(file, deep) for file in self._neighbours.called(module)])
        return found

    def _helping(self, file: int, deep: int) -> frozenset[str]:
        """The names of such helpers in a file; what they call is looked at no deeper than through some files."""
        found = self._helpers.get((file, deep))
        if found is None:
            below = self.of(file, deep - 1) if deep else NOTHING
            found = self._helpers[file, deep] = self.spreading(file, below)
        return found

    def spreading(self, file: int, names: frozenset[str]) -> frozenset[str]:
        """The names of helpers of a file that may change something, by themselves or by what is called like `names`."""
        unit, changing = self._units[file], self.changing(file)
        if not changing and names.isdisjoint(unit.interface.mentions):
            return NOTHING
        parts, scopes = self._program.suites.parts(file), unit.interface.scopes
        functions = [n for n, header in enumerate(scopes) if header[0] == FUNCTION and n not in parts]
        found = {n for scope in functions if scope in changing for n in self._names(file, scope)}
        size = -1
        while size < len(found):
            size, known = len(found), names | found
            more = [s for s in functions if not known.isdisjoint(unit.callees(s))]
            found.update(n for scope in more for n in self._names(file, scope))
        aliases = self._program.evaluator.surface.aliases() if found else {}
        return frozenset(found).union(*[aliases[n] for n in found & aliases.keys()])

    def _names(self, file: int, scope: int) -> Iterator[str]:
        """The names of a function, of the class that is made by it, and of the functions that it stands in."""
        unit = self._units[file]
        if unit.header(scope).name == "__init__" and unit.owner(scope) >= 0:
            yield unit.header(unit.owner(scope)).name
        while scope > 0 and unit.header(scope).kind == FUNCTION:
            yield unit.header(scope).name
            scope = unit.header(scope).parent


def _joined(groups: list[frozenset[str]]) -> frozenset[str]:
    """The names of all groups; most are empty."""
    told = [group for group in groups if group]
    return told[0].union(*told[1:]) if len(told) > 1 else told[0] if told else NOTHING
