"""Reloaded: whether a module is loaded anew while something is patched, and so keeps that when the patch is gone."""

from collections.abc import Iterator
from typing import Any, Final

from isolint.checks.pollution.environs import Environs
from isolint.program import Program
from isolint.program.flow.regions import call_of, managers
from isolint.program.testing.touches import Call
from isolint.program.unit import last_name
from isolint.program.values.origins import Site

LOADING: Final = frozenset({"import_module", "reload", "__import__", "run_module"})


class Reloaded:
    """Answers about functions of a suite; `setters` are names of what patches, `around` knows what sets settings."""

    def __init__(self, program: Program, setters: frozenset[str], around: Environs) -> None:
        self._suites = program.suites
        self._units = program.units
        self._setters = setters
        self._around = around
        self._failing = program.vocabulary.lasts("expects-error")

    def is_patched(self, file: int, scope: int, position: int) -> bool:
        """Whether a decorator, or a call before a place, patches anything, or a fixture sets one of the settings."""
        unit = self._units[file]
        header = unit.header(scope)
        above = unit.body(header.parent).calls
        callees = [above[d][0] for d in header.decorators if type(d) is int]
        callees += [c[0] for c in unit.body(scope).calls if c[3] < position]
        return any(last_name(callee) in self._setters for callee in callees) or self._is_around(file, scope)

    def is_set(self, file: int, scope: int, position: int) -> bool:
        """Whether a decorator, a call before a place, or a fixture sets a setting, and something is loaded then."""
        if not self._loads(file, scope, position):
            return False
        header = self._units[file].header(scope)
        given = [(header.parent, d) for d in header.decorators if type(d) is int]
        given += [(scope, n) for n in self._telling(file, scope)]
        calls = [self._call(file, *each) for each in given]
        return any(self._around.kept(c) for c in calls if c.position < position) or self._is_around(file, scope)

    def _loads(self, file: int, scope: int, position: int) -> bool:
        """Whether something is imported behind a place, and not expected to fail; what stands before, it took away."""
        body = self._units[file].body(scope)
        for callee, arguments, _, place, _, region in body.calls:
            if place > position and (last_name(callee) in LOADING or _imports((callee, *arguments))):
                around = [call_of(value) for value in managers(body, region)]
                if not any(last_name(body.calls[n][0]) in self._failing for n in around if n >= 0):
                    return True
        rows = [*body.asserts, *body.returns, *body.yields]
        return any(place > position and _imports((value,)) for value, place in rows)

    def _is_around(self, file: int, scope: int) -> bool:
        for fn in self._suites.closure(file, scope):
            fixture = self._suites.fixture(fn.file, fn.scope)
            if fn.file != file and fixture is not None and fixture.automatic:
                continue  # the same for all that might load it
            if any(self._around.kept(self._call(fn.file, fn.scope, n)) for n in self._telling(fn.file, fn.scope)):
                return True
        return False

    def _telling(self, file: int, scope: int) -> Iterator[int]:
        """The numbers of the calls of a function that may set a setting."""
        return (n for n, name in enumerate(self._units[file].callees(scope)) if name in self._around.keeping)

    def _call(self, file: int, scope: int, number: int) -> Call:
        callee, arguments, keywords, position, _, region = self._units[file].body(scope).calls[number]
        return Call(Site(file, scope, number), callee, arguments, keywords, position, region)


def _imports(values: tuple[Any, ...]) -> bool:
    """Whether a value is made of what a function imports."""
    for value in values:
        if type(value) is tuple and value and (value[0] == "import" or (value[0] != "=" and _imports(value))):
            return True
    return False
