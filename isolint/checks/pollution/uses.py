"""Uses: what a function of a suite does with state that outlives a test: it sets, changes, resets or reads it."""

from typing import Any

from isolint.checks.pollution.cells import Cells, Part
from isolint.checks.pollution.deeds import Deeds
from isolint.checks.pollution.looks import looks, paths
from isolint.checks.pollution.puts import Puts
from isolint.checks.pollution.use import Telling, Use, used
from isolint.program import Program
from isolint.program.unit import receiver
from isolint.program.values.origins import Obj, Site


class Uses:
    """The uses of cells by functions, each on its own and remembered."""

    def __init__(self, program: Program, telling: Telling) -> None:
        self._units = program.units
        self.cells = program.once(Cells)
        self._puts = Puts(program, self.cells, telling)
        self._deeds = Deeds(program, self.cells, telling)
        self._telling: dict[str, bool] = {}
        self._done: dict[tuple[int, int], tuple[Use, ...]] = {}
        self._changes: dict[tuple[int, int], tuple[Use, ...]] = {}
        self._reads: dict[tuple[int, int], tuple[Use, ...]] = {}

    def done(self, file: int, scope: int) -> tuple[Use, ...]:
        """What a function does by itself but for reading, in order; most do nothing."""
        found = self._done.get((file, scope))
        if found is None:
            held = self._held(file, scope)
            listed = [*self._puts.of(file, scope, held)]
            for number, parts in held.items():
                listed += self._deeds.method(Site(file, scope, number), parts)
            if not listed:
                return ()
            found = self._done[file, scope] = tuple(sorted(listed, key=lambda use: use.position))
        return found

    def _held(self, file: int, scope: int) -> dict[int, tuple[Part, ...]]:
        """The calls of a function that are calls of telling methods of cells: number -> what has the method."""
        unit = self._units[file]
        found: dict[int, tuple[Part, ...]] = {}
        known: dict[Any, tuple[Part, ...]] = {"": (), None: ()}
        for number, name in enumerate(unit.callees(scope)):
            if not self._tells(name):
                continue
            callee = unit.body(scope).calls[number][0]
            base = callee.rpartition(".")[0] if type(callee) is str else receiver(callee)
            parts = known.get(base)
            if parts is None:
                parts = known[base] = self.cells.of(file, scope, base)
            if parts:
                found[number] = parts
        return found

    def _tells(self, name: str) -> bool:
        """Whether a method of that name may change or reset what has it."""
        found = self._telling.get(name)
        if found is None:
            found = self._telling[name] = self._deeds.tells(name) or self._puts.tells(name)
        return found

    def changes(self, file: int, scope: int) -> tuple[Use, ...]:
        """All but the reads, in order: what is done, and what others are told to set back."""
        found = self._changes.get((file, scope))
        if found is None:
            listed = [*self._deeds.promised(file, scope), *self.done(file, scope)]
            found = self._changes[file, scope] = tuple(sorted(listed, key=lambda use: use.position))
        return found

    def reads(self, file: int, scope: int) -> tuple[Use, ...]:
        """The reads."""
        found = self._reads.get((file, scope))
        if found is None:
            changed = {use.position for use in self.changes(file, scope)}
            known: dict[Any, tuple[Part, ...]] = {}
            listed: list[Use] = []
            for look in looks(self._units[file].body(scope), changed):
                element = self.cells.of(file, scope, look.call) if look.call >= 0 else ()
                for path in paths(look.value):
                    parts = element or known.get(path)
                    if parts is None:
                        parts = known[path] = self.cells.of(file, scope, path)
                    listed += [used(p, "read", look.position, look.region)._replace(told=look.told) for p in parts]
            found = self._reads[file, scope] = tuple(listed)
        return found

    def keeps(self, made: Obj) -> bool:
        """Whether methods of an object of the suite change what it holds."""
        return self._deeds.keeps(made)
