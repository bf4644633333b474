"""Carriers: the names that things of a kind go by, as far as text tells; remembered."""

from collections.abc import Iterable

from isolint.program.unit import carried
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
            found = new = self._e.surface.inheriting(self._e.vocabulary.heads(kind))
            for _ in range(2):
                files = self._e.surface.mentioning(*new)
                new = self._further([f for f in files if self._roles[f] == "application"], new) - found
                found |= new
            self._memory[kind] = found
        return found

    def near(self, kind: str, file: int) -> frozenset[str]:
        """The names in a file of a suite: those of the application, those that fixtures give, and its own."""
        names = self.of(kind)
        if self._roles[file] == "application":
            return names
        if kind not in self._given:
            files = self._e.surface.mentioning(*names)
            self._given[kind] = self._further([f for f in files if self._units[f].path.endswith("conftest.py")], names)
        names |= self._given[kind]
        return names if names.isdisjoint(self._units[file].interface.mentions) else names | self._further([file], names)

    def _further(self, files: Iterable[int], names: frozenset[str]) -> frozenset[str]:
        """The names that files give to what goes by one of these."""
        return frozenset(name for file in files for name in carried(self._units[file], names))
