"""Unaddressed: does a test of several users' events look who got them?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from isolint.checks.crowd.crowds import SEVERAL, Crowds
from isolint.checks.events.event_runs import EventRuns, EventWords, assertions
from isolint.checks.match import Match
from isolint.checks.parts import inside
from isolint.facts import Body
from isolint.program import Program
from isolint.program.flow.regions import loops
from isolint.program.unit import Unit, last_name
from isolint.program.words import matcher, snake


@dataclass(frozen=True, slots=True)
class Unaddressed(EventWords):
    """Tests with several users that assert events, and neither whose they are nor that others have none.

    Words of the kinds `person`, `identity` and `run` say whose something is. Several are only counted where they do
    something together, or where the test's name has a word of kind `crowds`.
    """

    person: str
    people: str
    runs: str
    identity: str
    run: str
    crowds: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each test, at the first assertion."""
        whose = _whose(program, self.person, self.people, self.identity, self.run)
        named = matcher(program.vocabulary.names(self.crowds))
        crowds = program.once(Crowds, self.person, self.people, self.runs)
        for runs, file, scope in self.in_suites(program):
            own = runs.asserted(file, scope)
            if not own or crowds.own_users(file, scope) < SEVERAL or self._told(runs, file, scope, whose):
                continue
            if crowds.together(file, scope) or named.search(snake(program.units[file].header(scope).name)):
                yield Match(
                    file=file, scope=scope, position=own[0].position, place=runs.set.name,
                    words={"place": runs.set.name, "entry": program.title(file, scope)},
                )  # fmt: skip

    def _told(self, runs: EventRuns, file: int, scope: int, whose: re.Pattern[str]) -> bool:
        """Whether the test looks whose events are, collects them by user, or leaves that to somebody."""
        unit = runs.program.units[file]
        for inner in runs.program.reach.inside(file, scope):
            body = unit.body(inner)
            if any(whose.search(snake(name)) and runs.events.search(snake(name)) for name in body.names):
                return True
            if any(_of_each(runs, unit, inner, turn) for turn in body.turns if turn[0] == "assert"):
                return True
            for kind, value, _ in assertions(body, unit.callees(inner), runs.begins):
                spoken, events = " ".join(snake(w) for w in _words(body, value)), runs.set.spoken(unit, inner, [value])
                if kind == "refute" and len(events) < len(runs.set.events):
                    return True
                about = events or runs.events.search(spoken) or "_call_args" in spoken
                if about and whose.search(spoken):
                    return True
        return runs.entrusted(file, scope)


def _whose(program: Program, *kinds: str) -> re.Pattern[str]:
    """A pattern that finds the words of some kinds in what `snake` makes, numbered or not."""
    words = sorted({word for kind in kinds for word in program.vocabulary.names(kind)})
    return re.compile(rf"_(?:{'|'.join(map(re.escape, words))})(?:s|_?[0-9]+|_[a-z])?_")


def _of_each(runs: EventRuns, unit: Unit, scope: int, turn: tuple[Any, ...]) -> bool:
    """Whether an assertion of events is about those of each of what a loop goes through, which are no events."""
    body = unit.body(scope)
    if not runs.set.spoken(unit, scope, [turn[1]]):
        return False
    around = [body.regions[loop][2] for loop in loops(body, turn[3])]
    each = [value for value in around if value is not None and not runs.set.spoken(unit, scope, [value])]
    return bool(each) and any(part in each for part in inside([turn[1]], body.calls))


def _words(body: Body, value: Any) -> Iterator[str]:
    """The names and strings that a value is made of."""
    for part in inside([value], body.calls):
        match part:
            case ("=", str(text)):
                yield text
            case str() | (".", _, str()):
                yield from (part if isinstance(part, str) else part[2]).split(".")
            case int() if type(part) is int and part < len(body.calls):
                yield last_name(body.calls[part][0])
