"""Concerned: the files of tests that changed files are about."""

from collections.abc import Collection, Iterator
from typing import Any

from isolint.program import Program


class Concerned:
    """Which files of tests import a file, directly or through others; of a conftest, those below its folder."""

    def __init__(self, program: Program) -> None:
        self._tests = {u.path for n, u in enumerate(program.units) if program.suites.tests(n)}
        self._importers: dict[str, set[str]] = {}
        for file, unit in enumerate(program.units):
            for target in _imported(program, file):
                self._importers.setdefault(program.units[target].path, set()).add(unit.path)

    def tests(self, changed: Collection[str]) -> tuple[str, ...]:
        """The files of tests that could tell a difference, sorted."""
        reached, waiting = set(changed), list(changed)
        while waiting:
            path = waiting.pop()
            following = set(self._importers.get(path, ()))
            if path.rpartition("/")[2] == "conftest.py":
                folder = path.removesuffix("conftest.py")
                following |= {test for test in self._tests if test.startswith(folder)}
            waiting += following - reached
            reached |= following
        return tuple(sorted(reached & self._tests))


def _imported(program: Program, file: int) -> set[int]:
    """The files that a file imports, wherever in it."""
    unit, imports = program.units[file], program.evaluator.imports
    scopes = range(len(unit.interface.scopes))
    values = [v for s in scopes for v in (*unit.header(s).bindings.values(), *(call[0] for call in unit.body(s).calls))]
    told = {each for value in values for each in _imports(value)}
    told |= {(level, module, None) for level, module in unit.interface.stars}
    return {target for level, module, name in told for target in imports.files(file, level, module, name)}


def _imports(value: Any) -> Iterator[tuple[int, str, str | None]]:
    if type(value) is tuple and value:
        if value[0] == "import":
            yield value[1], value[2], value[3]
        else:
            for part in value[1:]:
                yield from _imports(part)
