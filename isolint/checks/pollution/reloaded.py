"""Reloaded: whether a module is loaded anew while something is patched, and so keeps that when the patch is gone."""

from collections.abc import Iterator

from isolint.checks.pollution.environs import Environs
from isolint.program import Program
from isolint.program.testing.touches import Call
from isolint.program.unit import last_name
from isolint.program.values.origins import Site


class Reloaded:
    """Answers about functions of a suite; `setters` are names of what patches, `around` knows what sets settings."""

    def __init__(self, program: Program, setters: frozenset[str], around: Environs) -> None:
        self._suites = program.suites
        self._units = program.units
        self._setters = setters
        self._around = around

    def is_patched(self, file: int, scope: int, position: int) -> bool:
        """Whether a decorator, or a call before a place, patches anything, or a fixture sets one of the settings."""
        unit = self._units[file]
        header = unit.header(scope)
        above = unit.body(header.parent).calls
        callees = [above[d][0] for d in header.decorators if type(d) is int]
        callees += [c[0] for c in unit.body(scope).calls if c[3] < position]
        return any(last_name(callee) in self._setters for callee in callees) or self._is_around(file, scope)

    def is_set(self, file: int, scope: int, position: int) -> bool:
        """Whether a decorator, a call before a place, or a fixture sets one of the settings, and more follows."""
        body = self._units[file].body(scope)
        later = [*[c[3] for c in body.calls], *[r[1] for r in (*body.asserts, *body.returns, *body.yields)]]
        if max(later, default=0) <= position:
            return False  # what it takes away at its end, it has loaded itself
        header = self._units[file].header(scope)
        given = [(header.parent, d) for d in header.decorators if type(d) is int]
        given += [(scope, n) for n in self._telling(file, scope)]
        calls = [self._call(file, *each) for each in given]
        return any(self._around.kept(c) for c in calls if c.position < position) or self._is_around(file, scope)

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
