"""Unordered: does a test that asserts a whole set of events look at their order?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.events.event_runs import Asserted, EventRuns, EventWords
from isolint.checks.match import Match
from isolint.facts import ASYNC, FUNCTION, Body
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.words import matcher

ENDS: Final = (("=", 0), ("<-", ("=", 1)))  # `[0]` and `[-1]`, whose sign is not kept
ARGUMENTS: Final = frozenset({"call_args", "args", "call_args_list"})
RUNNING: Final = frozenset({"with", "loop"})


@dataclass(frozen=True, slots=True)
class Unordered(EventWords):
    """Tests of runs that assert every event of a set where nothing that runs speaks of an order."""

    order: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at the first assertion."""
        words = matcher(program.vocabulary.names(self.order))
        for runs, file, scope in self.in_suites(program):
            own = runs.asserted(file, scope)
            events = frozenset(event for one in own for event in one.events)
            if len(events) < len(runs.set.events) or not _runs(program, file, scope):
                continue
            if runs.is_run(file, scope, events) and not self._ordered(runs, file, scope, own, words):
                yield Match(
                    file=file, scope=scope, position=own[0].position, place=runs.set.name,
                    words={"place": runs.set.name, "entry": program.title(file, scope)},
                )  # fmt: skip

    def _ordered(self, runs: EventRuns, file: int, scope: int, own: list[Asserted], words: re.Pattern[str]) -> bool:
        """Whether a test looks at the order, or hands its events to somebody who may."""
        program = runs.program
        if any(_sequence(runs, one.value) for one in own) or runs.entrusted(file, scope):
            return True
        inside = program.reach.inside(file, scope)
        if any(_picks(program.units[file].body(inner)) for inner in inside):
            return True
        reached = dict.fromkeys([*((file, inner) for inner in inside), *program.reach.of(file, scope)])
        functions = [at for at in reached if program.units[at[0]].header(at[1]).kind == FUNCTION]
        return any(words.search(word) for at in functions for word in program.words.of(*at))


def _runs(program: Program, file: int, scope: int) -> bool:
    """Whether a test does more than to compare constants."""
    unit = program.units[file]
    return bool(unit.header(scope).flags & ASYNC) or any(r[0] in RUNNING for r in unit.body(scope).regions)


def _sequence(runs: EventRuns, value: Any) -> bool:
    """Whether an assertion compares with a sequence of events: `types == ["a", "b"]`."""
    parts = value[1:] if type(value) is tuple and value[:1] == ("<-",) else ()
    return any(type(p) is tuple and p[0] in ("list", "tuple") and len(runs.set.displayed(p)) > 1 for p in parts)


def _picks(body: Body) -> bool:
    """Whether a function takes the first or last of something, a call's arguments aside."""
    return any(key in ENDS and last_name(base) not in ARGUMENTS for base, key, *_ in body.loads)
