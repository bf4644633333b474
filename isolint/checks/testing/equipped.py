"""Equipped: does a test that makes what belongs to one user say whose it is?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from isolint.checks.context.absence import words_for
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

    shares: ClassVar[str] = "reach"

    makes: str
    needs: str
    named: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each making call, in a test or in what only such tests run."""
        heads = program.vocabulary.owners(self.needs)
        if all(heads.isdisjoint(unit.interface.mentions) for unit in program.units):
            return
        contexts = Contexts(program, self.needs, words_for(program, self.needs, self.named))
        makers = Makers(program, self.makes)
        helpers = {}
        for at, calls in makers.all(frozenset(program.asked)).items():
            if not program.suites.is_test(*at):
                helpers[at] = calls
            elif contexts.lacking(*at):
                yield from (self._match(program, at, site, name, at) for site, name in calls)
        for at, tests in makers.users(helpers).items():
            if all(contexts.lacking(*test) for test in tests):
                yield from (self._match(program, at, site, name, tests[0]) for site, name in helpers[at])

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
