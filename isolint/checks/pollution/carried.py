"""Carried: is state of a file of tests changed in one test, and looked at in another?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from isolint.checks.match import Match
from isolint.checks.pollution.cells import Cell, Cells
from isolint.checks.pollution.changers import Changers
from isolint.checks.pollution.courses import Course, Courses, Event, outer
from isolint.checks.pollution.use import Telling
from isolint.facts import FUNCTION
from isolint.program import Program
from isolint.program.values.origins import Cls, Const


class Leak(NamedTuple):
    """A change, and where another test looks at what it leaves."""

    change: Event
    read: Event
    strict: bool


@dataclass(frozen=True, slots=True)
class Carried(Telling):
    """Globals and attributes of classes that tests change and other tests read.

    `ordered` marks tests that are meant to run in an order; what the hooks `copied` set each test gets a copy of.
    """

    shares: ClassVar[str] = "state"

    ordered: tuple[str, ...]
    copied: tuple[str, ...]

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each global and attribute."""
        courses = program.once(Courses, self.telling())
        changers = program.once(Changers, self.telling())
        for file in program.asked:
            for cell, files in changers.of(file).items():
                if self._is_copied(program, cell):
                    continue
                near = {file, *files, *(changers.speaking(cell) if cell.kind == "global" else ())}
                run = list(self._run(program, courses, cell, near))
                leak = self._leak(program, changers, cell, run) or self._unseen(program, changers, cell, files, run)
                if leak:
                    yield self._match(program, courses.uses.cells, cell, leak)

    def _is_copied(self, program: Program, cell: Cell) -> bool:
        """Whether the framework gives each test a copy of what a hook sets on the class."""
        if cell.kind != "class":
            return False
        unit = program.units[cell.file]
        methods = program.evaluator.members.methods(Cls(cell.file, cell.scope))
        hooks = [m for m in methods if unit.header(m).name in self.copied]
        return any(s[0] == "attr" and s[2] == cell.name for m in hooks for s in unit.body(m).stores)

    def _run(self, program: Program, courses: Courses, cell: Cell, near: set[int]) -> Iterator[Course]:
        """The courses of the tests of these files that use a cell."""
        for file in sorted(near):
            for scope in program.suites.tests(file):
                course = courses.of(file, scope, cell)
                if course.events and program.suites.markers(file, scope).isdisjoint(self.ordered):
                    yield course

    def _leak(self, program: Program, changers: Changers, cell: Cell, run: list[Course]) -> Leak | None:
        """A change that one test makes and another finds; at best one that is no class's own business."""
        counts, mild = self._counts(program, cell), None
        for course in run:
            for change in course.left():
                if changers.is_made_once(change.use, change.at):
                    continue
                for other in (o for o in run if o[:2] != course[:2]):
                    read = other.finds(change.use)
                    if read is None or (counts and change.use.way == "change" and not read.use.told):
                        continue
                    if not change.use.mild:
                        return Leak(change, read, strict=False)
                    mild = mild or Leak(change, read, strict=True)
        return mild

    def _unseen(
        self, program: Program, changers: Changers, cell: Cell, files: set[int], run: list[Course]
    ) -> Leak | None:
        """A change by a function that nobody is seen to call, such as a route's, and a test that finds it."""
        known = {event.at for course in run for event in course.events}
        for file in sorted(files if len(run) > 1 else ()):
            scopes = program.units[file].interface.scopes
            for scope in (n for n, header in enumerate(scopes) if header[0] == FUNCTION and (file, n) not in known):
                if outer(program, (file, scope))[1] in program.suites.parts(file):
                    continue
                for use in changers.uses.done(file, scope):
                    change = Event(use, (file, scope), 1, 0, (use.position,))
                    if (
                        use.cell != cell
                        or use.way not in ("set", "change")
                        or changers.is_made_once(change.use, change.at)
                    ):
                        continue
                    found = [read for c in run if not c.settles(use) and (read := c.finds(use))]
                    told = next((read for read in found if read.use.told), None)
                    if told and len(found) > 1:
                        return Leak(change, told, strict=True)
        return None

    def _counts(self, program: Program, cell: Cell) -> bool:
        """Whether a cell holds a number, of which only assertions tell more than that it is another one."""
        value = program.units[cell.file].header(cell.scope).bindings.get(cell.name)
        origins = program.evaluator.origins(cell.file, cell.scope, value)
        return bool(origins) and all(type(o) is Const and type(o.value) in (int, float) for o in origins)

    def _match(self, program: Program, cells: Cells, cell: Cell, leak: Leak) -> Match:
        unit = program.units[cell.file]
        position = unit.header(cell.scope).places.get(cell.name)
        if position is None and cell.kind == "class":
            position = cells.holders.declared(Cls(cell.file, cell.scope)).get(cell.name)
        place = f"{unit.qualname(cell.scope)}.{cell.name}" if cell.scope else cell.name
        change, read = leak.change, leak.read
        writer, reader = (program.title(*outer(program, e.at)) for e in (change, read))
        return Match(
            file=cell.file, scope=cell.scope, position=position or change.use.position, place=place, strict=leak.strict,
            words={"place": place, "entry": writer, "reader": reader},
            related=(
                program.step(change.at[0], change.use.position, f"`{writer}` changes it"),
                program.step(read.at[0], read.use.position, f"`{reader}` looks at it"),
            ),
        )  # fmt: skip
