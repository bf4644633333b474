"""Carriers: the names that things of a kind go by, as far as text tells; remembered."""

from collections.abc import Iterable
from typing import Any, Final

from isolint.program.unit import Unit, last_name
from isolint.program.values.evaluate import Evaluator

PARTS: Final = ("|", ":", "[]", "tuple")
OWN: Final = frozenset({"self", "cls"})


class Carriers:
    """Answers with names of classes, getters, variables and attributes, so that most files need no closer look."""

    def __init__(self, evaluator: Evaluator, roles: tuple[str, ...]) -> None:
        self._e = evaluator
        self._units = evaluator.units
        self._roles = roles
        self._memory: dict[str, frozenset[str]] = {}
        self._given: dict[str, frozenset[str]] = {}
        self._near: dict[tuple[str, int], frozenset[str]] = {}

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

    def spoken(self, kind: str, file: int) -> bool:
        """Whether a file mentions one of the names in the application."""
        return not self.of(kind).isdisjoint(self._units[file].interface.mentions)

    def near(self, kind: str, file: int) -> frozenset[str]:
        """The names in a file of a suite: those of the application, those that fixtures give, and its own."""
        if self._roles[file] == "application":
            return self.of(kind)
        found = self._near.get((kind, file))
        if found is None:
            found = self._suite(kind)
            if not found.isdisjoint(self._units[file].interface.mentions):
                found |= self._further([file], found)
            self._near[kind, file] = found
        return found

    def _suite(self, kind: str) -> frozenset[str]:
        """The names of the application, and those that fixtures of a `conftest.py` give."""
        found = self._given.get(kind)
        if found is None:
            names = self.of(kind)
            files = [f for f in self._e.surface.mentioning(*names) if self._units[f].path.endswith("conftest.py")]
            found = self._given[kind] = names | self._further(files, names)
        return found

    def _further(self, files: Iterable[int], names: frozenset[str]) -> frozenset[str]:
        """The names that files give to what goes by one of these."""
        return frozenset(name for file in files for name in _carried(self._units[file], names))


def _carried(unit: Unit, names: frozenset[str]) -> set[str]:
    """The names of a file that are bound to, return or are annotated with one of `names`, as far as text tells."""
    found: set[str] = set()
    for scope, (_, name, _, _, _, _, params, returns, _, bindings, _) in enumerate(unit.interface.scopes):
        body = unit.body(scope)
        calls = body.calls
        for bound, value in bindings.items():
            if _speaks(value, names, calls):
                found.add(bound)
        for param, note, _, _ in params:
            if note is not None and _speaks(note, names, calls):
                found.add(param)
        for kind, _, key, value, _, _ in body.stores:
            if kind in ("attr", "name") and _speaks(value, names, calls):
                found.add(str(key))
        if _speaks(returns, names, calls) or any(_speaks(value, names, calls) for value, _ in body.returns):
            found.add(name)
    return found - OWN


def _speaks(value: Any, names: frozenset[str], calls: tuple[tuple[Any, ...], ...]) -> bool:
    """Whether a value, one of those that it may be, or what makes it goes by one of the names."""
    if type(value) is int:
        return value < len(calls) and last_name(calls[value][0]) in names
    if type(value) is tuple and value and value[0] in PARTS:
        return any(_speaks(part, names, calls) for part in value[1:])
    return last_name(value) in names
