"""Uses: what a function of a suite does with state that outlives a test: it sets, changes, resets or reads it."""

from isolint.checks.pollution.cells import Cells, Part
from isolint.checks.pollution.deeds import Deeds
from isolint.checks.pollution.looks import Look, looks
from isolint.checks.pollution.puts import Puts
from isolint.checks.pollution.use import Telling, Use, used
from isolint.program import Program
from isolint.program.values.origins import Obj


class Uses:
    """The uses of cells by functions, each on its own and remembered."""

    def __init__(self, program: Program, telling: Telling) -> None:
        self._units = program.units
        self.cells = program.once(Cells)
        self._puts = Puts(program, self.cells, telling)
        self._deeds = Deeds(program, self.cells, telling)
        self._changes: dict[tuple[int, int], tuple[Use, ...]] = {}
        self._reads: dict[tuple[int, int], tuple[Use, ...]] = {}

    def changes(self, file: int, scope: int) -> tuple[Use, ...]:
        """All but the reads, in order."""
        found = self._changes.get((file, scope))
        if found is None:
            self._changes[file, scope] = ()
            held = self.cells.held(file, scope)
            listed = [*self._puts.of(file, scope, held), *self._deeds.of(file, scope, held)]
            found = self._changes[file, scope] = tuple(sorted(listed, key=lambda use: use.position))
        return found

    def reads(self, file: int, scope: int) -> tuple[Use, ...]:
        """The reads."""
        found = self._reads.get((file, scope))
        if found is None:
            changed = {use.position for use in self.changes(file, scope)}
            found = self._reads[file, scope] = tuple(
                used(part, "read", look.position, look.region)._replace(told=look.told)
                for look in looks(self._units[file].body(scope), changed)
                for part in self._parts(file, scope, look)
            )
        return found

    def _parts(self, file: int, scope: int, look: Look) -> tuple[Part, ...]:
        element = self.cells.of(file, scope, look.call) if look.call >= 0 else ()
        return element or self.cells.of(file, scope, look.value)

    def keeps(self, made: Obj) -> bool:
        """Whether methods of an object of the suite change what it holds."""
        return self._deeds.keeps(made)
