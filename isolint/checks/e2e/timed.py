"""Timed: does something end a test that hangs?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.e2e.placed_in import tests_in
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.testing.evidence import Evidence
from isolint.program.values.origins import Site


@dataclass(frozen=True, slots=True)
class Timed:
    """Tests of the kinds `areas` without anything of kind `limit`: setting, argument, marker, or call in reach."""

    areas: tuple[str, ...]
    limit: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        limited = program.once(_Limits, self.limit)
        for file, scope in tests_in(program, frozenset(self.areas)):
            if not limited.test(file, scope):
                title = program.units[file].qualname(scope)
                position = program.units[file].header(scope).position
                yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})


class _Limits:
    """What ends tests: things of one kind."""

    def __init__(self, program: Program, kind: str) -> None:
        self._program = program
        self._kind = kind
        names = program.vocabulary.names(kind)
        self._settings = [name for name in names if "." not in name]
        self._markers = frozenset(name.rpartition(".")[2] for name in names if "." in name)
        self._lasts = program.vocabulary.lasts(kind)
        self._evidence = Evidence(program.reach, self._calls)
        self._set: dict[int, bool] = {}

    def test(self, file: int, scope: int) -> bool:
        """Whether a setting, a marker or a call in reach ends a test."""
        if file not in self._set:
            options = self._program.options.of(self._program.units[file].path)
            self._set[file] = any(map(options.sets, self._settings))
        if self._set[file] or not self._markers.isdisjoint(self._program.suites.markers(file, scope)):
            return True
        return self._evidence.has(file, scope)

    def _calls(self, file: int, scope: int) -> bool:
        """Whether a function calls something that ends by itself."""
        evaluator = self._program.evaluator
        return any(
            evaluator.meaning.has_kind(origin, self._kind)
            for number, name in enumerate(self._program.units[file].callees(scope)) if name in self._lasts
            for origin in evaluator.calls.callees(Site(file, scope, number))
        )  # fmt: skip
