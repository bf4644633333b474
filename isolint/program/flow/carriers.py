"""Carriers: the names that things of a kind go by, as far as text tells; remembered."""

from collections.abc import Iterable

from isolint.program.unit import Unit, carried
from isolint.program.values.evaluate import Evaluator


class Carriers:
    """Answers with names of classes, getters, variables and attributes, so that most files need no closer look."""

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...]) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._roles = roles
        self._memory: dict[str, frozenset[str]] = {}
        self._given: dict[str, frozenset[str]] = {}

    def of(self, kind: str) -> frozenset[str]:
        """The names in the application."""
        found = self._memory.get(kind)
        if found is None:
            names = new = self._e.members.inheriting(self._e.vocabulary.heads(kind))
            units = [u for n, u in enumerate(self._units) if self._roles[n] == "application"]
            for _ in range(2):
                new = self._further(units, new) - names
                names |= new
            found = self._memory[kind] = names
        return found

    def near(self, kind: str, file: int) -> frozenset[str]:
        """The names in a file of a suite: those of the application, those that fixtures give, and its own."""
        names = self.of(kind)
        if self._roles[file] == "application":
            return names
        if kind not in self._given:
            self._given[kind] = self._further([u for u in self._units if u.path.endswith("conftest.py")], names)
        names |= self._given[kind]
        return names | self._further([self._units[file]], names)

    def _further(self, units: Iterable[Unit], names: frozenset[str]) -> frozenset[str]:
        """The names that files give to what goes by one of these."""
        near = (unit for unit in units if not names.isdisjoint(unit.interface.mentions))
        return frozenset(name for unit in near for name in carried(unit, names))
