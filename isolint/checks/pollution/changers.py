"""Changers: which state of a file of tests functions change, and in which files those stand."""

from collections.abc import Iterable

from isolint.checks.pollution.cells import Cell
from isolint.checks.pollution.courses import At, Courses
from isolint.checks.pollution.neighbours import Neighbours
from isolint.checks.pollution.use import Telling, Use
from isolint.facts import CLASS, FUNCTION
from isolint.program import Program
from isolint.program.flow.regions import chain
from isolint.program.values.origins import Cls, Fn


class Changers:
    """Looks outward from a file: at itself, at those that name its module, and at those that ask for its fixtures."""

    def __init__(self, program: Program, telling: Telling) -> None:
        self._program = program
        self._units = program.units
        self.uses = program.once(Courses, telling).uses
        self._neighbours = program.once(Neighbours)
        self._of: dict[int, dict[Cell, bool]] = {}

    def of(self, file: int) -> dict[Cell, set[int]]:
        """The cells of a file that functions change, not only to make them once, and the files of those."""
        found: dict[Cell, set[int]] = {}
        lasting: set[Cell] = set()
        if self._program.roles[file] == "test" and self._has_state(file):
            for other in (file, *self._near(file)):
                for cell, lasts in self._changed(other).items():
                    if cell.file == file:
                        found.setdefault(cell, set()).add(other)
                        lasting.update([cell] if lasts else [])
        return {cell: files for cell, files in found.items() if cell in lasting}

    def _has_state(self, file: int) -> bool:
        """Whether a file has globals, or classes with attributes, that are no functions, classes or modules."""
        unit, holders = self._units[file], self.uses.cells.holders
        if any(_is_state(value) for value in unit.top().values()):
            return True
        classes = [n for n, header in enumerate(unit.interface.scopes) if header[0] == CLASS]
        if any(_is_state(value) for n in classes for value in unit.interface.scopes[n][9].values()):
            return True
        return any(holders.declared(Cls(file, n)) for n in classes)

    def speaking(self, cell: Cell) -> Iterable[int]:
        """The files of tests that name a cell and its module."""
        module = self._neighbours.module(cell.file)
        near = self._tests(self._program.evaluator.surface.mentioning(module))
        return (n for n in near if cell.name in self._units[n].interface.mentions)

    def _tests(self, files: Iterable[int]) -> Iterable[int]:
        return (n for n in files if self._program.roles[n] == "test")

    def _near(self, file: int) -> set[int]:
        """The other files of tests that may get at what a file has."""
        top = self._units[file].top().items()
        names = {name for name, value in top if type(value) is not tuple or value[0] != "import"}
        naming = self._tests(self._neighbours.naming(file, names))
        found = {n for n in naming if not names.isdisjoint(self._units[n].interface.mentions)}
        given = [f.name for f in self._program.suites.defined(file) if self._hands_on(Fn(file, f.scope, None))]
        asking = self._program.evaluator.surface.mentioning(*given) if given else ()
        return found.union(self._tests(asking)) - {file}

    def _hands_on(self, fixture: Fn) -> bool:
        """Whether a fixture gives state of its own file."""
        return any(p.cell.kind != "fixture" and p.cell.file == fixture.file for p in self.uses.cells.given(fixture))

    def _changed(self, file: int) -> dict[Cell, bool]:
        """The cells that the functions of a file change, and whether they do more than make them once."""
        found = self._of.get(file)
        if found is None:
            found = self._of[file] = {}
            for scope, header in enumerate(self._units[file].interface.scopes):
                for use in self.uses.done(file, scope) if header[0] == FUNCTION else ():
                    if use.cell.kind in ("global", "class") and (use.takes or use.way in ("set", "change")):
                        lasts = found.get(use.cell, False) or not self.is_made_once(use, (file, scope))
                        found[use.cell] = lasts
        return found

    def is_made_once(self, use: Use, at: At) -> bool:
        """Whether a change only keeps what would be found out again: a memo, or something made once."""
        body = self._units[at[0]].body(at[1])
        regions = (body.regions[r] for r in chain(body, use.region))
        return any(kind in ("if", "else") and _speaks(value, use.cell.name) for kind, _, value in regions)


def _is_state(value: object) -> bool:
    return value is not None and (type(value) is not tuple or value[0] not in ("def", "import"))


def _speaks(value: object, name: str) -> bool:
    if type(value) is str:
        return name in value.split(".")
    return type(value) is tuple and any(_speaks(v, name) for v in value)
