"""Timed: does something end a test that hangs?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.e2e.placed_in import tests_in
from isolint.checks.match import Match
from isolint.program import Program
from isolint.program.testing.evidence import Evidence
from isolint.program.unit import last_name
from isolint.program.values.origins import Site


@dataclass(frozen=True, slots=True)
class Timed:
    """Tests of the kinds `areas` without anything of kind `limit`: setting, argument, marker, or call in reach."""

    areas: tuple[str, ...]
    limit: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at its name."""
        limits = program.vocabulary.names(self.limit)
        settings = {name for name in limits if "." not in name}
        markers = {name.rpartition(".")[2] for name in limits if "." in name}
        lasts = program.vocabulary.lasts(self.limit)

        def limited(file: int, scope: int) -> bool:
            calls = program.units[file].body(scope).calls
            near = [n for n, call in enumerate(calls) if last_name(call[0]) in lasts]
            origins = [o for n in near for o in program.evaluator.calls.callees(Site(file, scope, n))]
            return any(program.evaluator.meaning.has_kind(o, self.limit) for o in origins)

        evidence = Evidence(program.reach, limited)
        for file, scope in tests_in(program, frozenset(self.areas)):
            unit = program.units[file]
            options = program.options.of(unit.path)
            if any(options.sets(name) for name in settings) or markers & program.suites.markers(file, scope):
                continue
            if not evidence.has(file, scope):
                title = unit.qualname(scope)
                position = unit.header(scope).position
                yield Match(file=file, scope=scope, position=position, place=title, words={"entry": title})
