"""Equipped: does a test that makes what belongs to one user say whose it is?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.match import Match
from isolint.checks.testing.contexts import Contexts
from isolint.checks.testing.makers import Makers
from isolint.program import Program
from isolint.program.values.origins import Site


@dataclass(frozen=True, slots=True)
class Equipped:
    """Tests that make something of kind `makes` with nothing of kind `needs` in reach.

    `named` is the kind of the names that speak of it. Silent in a program that has nothing of kind `needs` at all.
    """

    makes: str
    needs: str
    named: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each making call, in a test or in what only such tests run."""
        contexts = program.once(Contexts, self.needs, self.named)
        makers = program.once(Makers, self.makes)
        for file in program.asked if contexts.known else ():
            for at, calls in makers.of(file).items():
                if contexts.speaks(*at):
                    continue  # and so does each test that runs it
                tests = iter((at,)) if program.suites.is_test(*at) else makers.tests(at)
                first = next(tests, None)
                if first and contexts.lacking(*first) and all(contexts.lacking(*test) for test in tests):
                    yield from (self._match(program, at, site, name, first) for site, name in calls)

    def _match(self, program: Program, at: tuple[int, int], site: Site, name: str, test: tuple[int, int]) -> Match:
        """The match for a call in a test, or in what a test runs."""
        file, scope = at
        unit = program.units[file]
        position = program.units[test[0]].header(test[1]).position
        return Match(
            file=file, scope=scope, position=unit.body(site.scope).calls[site.call][3], place=name, confidence="medium",
            related=() if test == at else (program.step(test[0], position, "a test that runs it"),),
            words={"place": name, "entry": unit.qualname(scope)},
        )  # fmt: skip
