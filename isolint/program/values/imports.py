"""Imports: which modules run when one is imported."""

from collections.abc import Iterable, Iterator, Sequence

from isolint.facts import MODULE, Value
from isolint.program.unit import Unit
from isolint.program.values.modules import Modules


class Imports:
    """Answers by what modules import at their top; each is remembered."""

    def __init__(self, units: Sequence[Unit], modules: Modules) -> None:
        self.modules = modules
        self._units = units
        self._next: dict[int, frozenset[int]] = {}
        self._run: dict[int, frozenset[int]] = {}

    def renewed(self, units: Sequence[Unit]) -> "Imports":
        """Those of other units at the same paths, with what is known of the same ones."""
        made = Imports(units, self.modules)
        made._next = {file: targets for file, targets in self._next.items() if units[file] is self._units[file]}
        return made

    def runs(self, file: int) -> frozenset[int]:
        """The files that importing a module may run: its own, and those that it imports at its top, directly or not."""
        found = self._run.get(file)
        if found is None:
            found = self._run[file] = self.run_by([file])
        return found

    def run_by(self, files: Iterable[int]) -> frozenset[int]:
        """The files that may run where these are imported, these among them."""
        seen = set(files)
        pending = list(seen)
        while pending:
            new = self._imported(pending.pop()) - seen
            seen |= new
            pending += new
        return frozenset(seen)

    def _imported(self, file: int) -> frozenset[int]:
        found = self._next.get(file)
        if found is None:
            found = self._next[file] = frozenset(self._targets(file)) - {file}
        return found

    def _targets(self, file: int) -> Iterator[int]:
        """The modules that a file imports at its top, and the packages that they stand in and the file does not."""
        unit = self._units[file]
        values = unit.header(MODULE).bindings.values() if unit.interface.scopes else ()
        told = [row for value in values for row in _imports(value)]
        for level, module, name in [*told, *[(level, module, None) for level, module in unit.interface.stars]]:
            for target in self.files(file, level, module, name):
                yield target
                yield from self._packages(target, unit.folder)

    def files(self, file: int, level: int, module: str, name: str | None) -> Iterator[int]:
        """The files that an import in a file means: the module, and the one that the name may be."""
        modules, unit = self.modules, self._units[file]
        stem = modules.relative(unit.path, level, module) if level else ""
        whole = modules.at(stem) if level else modules.find(unit.folder, module)
        if whole is not None:
            yield whole
        if name:
            inner = modules.at(f"{stem}/{name}") if level else modules.find(unit.folder, f"{module}.{name}")
            if inner is not None:
                yield inner

    def _packages(self, file: int, folder: str) -> Iterator[int]:
        """The packages around a file that do not hold a folder, too: those are there already."""
        at = self._units[file].folder
        while at and at != folder and not folder.startswith(f"{at}/"):
            package = self.modules.at(at)
            if package is not None and self._units[package].path.startswith(f"{at}/"):
                yield package
            at = at.rpartition("/")[0]


def _imports(value: Value) -> Iterator[tuple[int, str, str | None]]:
    """The imports that a name may be bound by."""
    match value:
        case ("import", level, module, name):
            yield level, module, name
        case ("|" | ":", *_):
            for member in value[1:]:
                yield from _imports(member)
