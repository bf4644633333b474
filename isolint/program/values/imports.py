"""Imports: where a name is defined, and which modules run when one is imported."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from isolint.facts import MODULE, Value
from isolint.program.values.origins import Cls, Fn

if TYPE_CHECKING:
    from isolint.program.values.evaluate import Evaluator


class Imports:
    """Answers about what stands at the top of modules; each is remembered."""

    def __init__(self, evaluator: "Evaluator") -> None:
        self._e = evaluator
        self._defined: dict[str, tuple[Cls | Fn, ...]] = {}
        self._next: dict[int, frozenset[int]] = {}
        self._run: dict[int, frozenset[int]] = {}

    def definitions(self, name: str) -> tuple[Cls | Fn, ...]:
        """The classes and functions that modules define at their top under a name, and that alone."""
        found = self._defined.get(name)
        if found is None:
            files = [n for n in self._e.surface.mentioning(name) if self._e.units[n].interface.scopes]
            values = [(file, self._e.units[file].header(MODULE).bindings.get(name)) for file in files]
            origins = [self._e.origins(f, MODULE, v) for f, v in values if type(v) is tuple and v[0] == "def"]
            found = self._defined[name] = tuple(o for each in origins for o in each if isinstance(o, Cls | Fn))
        return found

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
        unit = self._e.units[file]
        values = unit.header(MODULE).bindings.values() if unit.interface.scopes else ()
        told = [row for value in values for row in _imports(value)]
        for level, module, name in [*told, *[(level, module, None) for level, module in unit.interface.stars]]:
            for target in self.files(file, level, module, name):
                yield target
                yield from self._packages(target, unit.folder)

    def files(self, file: int, level: int, module: str, name: str | None) -> Iterator[int]:
        """The files that an import in a file means: the module, and the one that the name may be."""
        modules, unit = self._e.modules, self._e.units[file]
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
        at = self._e.units[file].folder
        while at and at != folder and not folder.startswith(f"{at}/"):
            package = self._e.modules.at(at)
            if package is not None and self._e.units[package].path.startswith(f"{at}/"):
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
