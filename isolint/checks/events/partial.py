"""Partial: does a test of a run assert some of a set of events, and leave out others?"""

from collections.abc import Iterator
from dataclasses import dataclass

from isolint.checks.events.event_runs import EventRuns, EventWords
from isolint.checks.match import Match
from isolint.program import Program


@dataclass(frozen=True, slots=True)
class Partial(EventWords):
    """Tests of runs that assert two or more events of a set, and with all that they run not all of them."""

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at the first assertion."""
        for runs, file, scope in self.in_suites(program):
            yield from self._of(runs, file, scope)

    def _of(self, runs: EventRuns, file: int, scope: int) -> Iterator[Match]:
        program, every = runs.program, runs.set.events
        own = runs.asserted(file, scope)
        events = frozenset(event for one in own for event in one.events)
        if not 1 < len(events) < len(every) or not runs.is_run(file, scope, events):
            return
        missing = frozenset(every) - events - runs.tested(file, scope)
        if not missing or runs.entrusted(file, scope):
            return
        left = [event for event in every if event in missing]
        yield Match(
            file=file, scope=scope, position=own[0].position, place=runs.set.name,
            words={
                "place": runs.set.name, "entry": program.title(file, scope), "missing": ", ".join(left),
                "count": str(len(events)), "all": str(len(every)),
            },
            related=tuple(program.step(file, one.position, "also asserted here") for one in own[1:4]),
        )  # fmt: skip
