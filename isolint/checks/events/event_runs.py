"""Event runs: which events of a set a test asserts by itself, and what else looks at them for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from isolint.checks.events.events import EventSet
from isolint.facts import DISCARDED, FUNCTION, Body
from isolint.program import Program
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.values.origins import Fn, Site
from isolint.program.words import matcher, snake

CHOICES: Final = frozenset({"list", "tuple", "set"})
COLLECTING: Final = frozenset({"set", "list", "sorted", "tuple", "frozenset", "keys"})
TESTS: Final = frozenset({"assert", "refute", "if", "else", "filter", "raise"})


class Asserted(NamedTuple):
    """An assertion that speaks of events: where it stands, what it tests, and of which events."""

    scope: int
    position: int
    value: Any
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventRuns:
    """What tests say of one set; `begins` are how names of assertions begin.

    The patterns find names of helpers that verify, names of what has to do with events, and names of tests of a whole
    run.
    """

    program: Program
    set: EventSet
    begins: tuple[str, ...]
    verifying: re.Pattern[str]
    events: re.Pattern[str]
    whole: re.Pattern[str]
    memory: dict[tuple[int, int], list[Asserted]] = field(default_factory=dict, repr=False, compare=False)

    def asserted(self, file: int, scope: int) -> list[Asserted]:
        """The assertions of a test that speak of events, those of functions defined in it too."""
        found = self.memory.get((file, scope))
        if found is None:
            found = self.memory[file, scope] = self._asserted(file, scope)
        return found

    def _asserted(self, file: int, scope: int) -> list[Asserted]:
        unit = self.program.units[file]
        found = []
        for inner in self.program.reach.inside(file, scope):
            body = unit.body(inner)
            told = assertions(body, unit.callees(inner), self.begins)
            if not told or not self.set.may_speak(unit, inner, [value for _, value, _ in told]):
                continue
            for kind, value, position in told:
                events = self.set.spoken(unit, inner, [value])
                if kind == "refute" and len(events) < len(self.set.events):
                    continue  # that something is absent says nothing of what is there
                if events and not self._is_choice(body, value, events):
                    found.append(Asserted(inner, position, value, events))
        return sorted(found, key=lambda one: one.position)

    def _is_choice(self, body: Body, value: Any, events: frozenset[str]) -> bool:
        """Whether an assertion is content with any of several events: `event["type"] in ("a", "b")`, `any(..)`."""
        if len(events) < 2:  # noqa: PLR2004  # one event is no choice
            return False
        match value:
            case int():
                return last_name(body.calls[value][0]) == "any"
            case ("|", *_):
                return True
            case ("<-", one, other) if len(self.set.displayed(other)) > 1:
                if type(one) is int:
                    return last_name(body.calls[one][0]) not in COLLECTING
                return not (type(one) is tuple and one[0] in CHOICES)
        return False

    def tested(self, file: int, scope: int) -> frozenset[str]:
        """The events that a test looks at in any way, by itself and through the helpers of the suite."""
        found: frozenset[str] = frozenset()
        inside = {(file, inner) for inner in self.program.reach.inside(file, scope)}
        for at in dict.fromkeys([*inside, *self.program.reach.of(file, scope)]):
            unit = self.program.units[at[0]]
            if unit.header(at[1]).kind == FUNCTION:
                found |= self.set.spoken(unit, at[1], _tests(unit.body(at[1]), self.begins, helper=at not in inside))
        return found

    def entrusted(self, file: int, scope: int) -> bool:
        """Whether a test hands its events to a verification that is not in its suite."""
        unit = self.program.units[file]
        for inner in self.program.reach.inside(file, scope):
            for number, call in enumerate(unit.body(inner).calls):
                name = snake(last_name(call[0]))
                told = self.events.search(name) or self.events.search(snake(last_name(receiver(call[0]))))
                if told and self.verifying.search(name):
                    found = self.program.evaluator.calls.callees(Site(file, inner, number))
                    if not any(isinstance(o, Fn) and self.program.roles[o.file] != "application" for o in found):
                        return True
        return False

    def is_run(self, file: int, scope: int, events: frozenset[str]) -> bool:
        """Whether a test that asserts these events is one of a run, and not of a part, or of events of its own."""
        unit = self.program.units[file]
        if self.whole.search(snake(unit.header(scope).name)):
            return True
        ends = {self.set.events[0], self.set.events[-1]}
        families = {event.partition("_")[0] for event in events}
        if ends.isdisjoint(events) and len(families) == 1:
            return False
        return not events <= self._fed(unit, scope)

    def _fed(self, unit: Unit, scope: int) -> frozenset[str]:
        """The events that a test sends or records itself, written out."""
        found: set[str] = set()
        for callee, arguments, keywords, _, flags, _ in unit.body(scope).calls:
            name = last_name(callee)
            if name.startswith(self.begins):
                continue
            sent = flags & DISCARDED or self.set.is_sending(name)
            values = [*arguments, *[value for _, value in keywords]]
            found |= _written(values if sent else [v for v in values if type(v) is tuple and v[:1] == ("dict",)])
            found |= {event for event in self.set.events if name.endswith(event)}
        return frozenset(found) & frozenset(self.set.events)


@dataclass(frozen=True, slots=True)
class EventWords:
    """The kinds of the words by which tests of runs are known."""

    sets: str
    sending: str
    asserts: str
    verifies: str
    events: str
    whole: str

    def in_suites(self, program: Program) -> Iterator[tuple[EventRuns, int, int]]:
        """The runs of each set of a program, with each test that is asked about."""
        tests = [(file, scope) for file in program.asked for scope in program.suites.tests(file)]
        words = (self.sets, self.sending, self.asserts, self.verifies, self.events, self.whole)
        for runs in program.once(_runs, *words) if tests else ():
            yield from ((runs, *at) for at in tests)


def _runs(
    program: Program, sets: str, sending: str, asserts: str, verifies: str, events: str, whole: str
) -> list[EventRuns]:
    names = program.vocabulary.names
    begins, patterns = tuple(names(asserts)), (matcher(names(verifies)), matcher(names(events)), matcher(names(whole)))
    rows = program.vocabulary.kinds.get(sets, ())
    return [EventRuns(program, EventSet(program, row, sending), begins, *patterns) for row in rows]


def assertions(body: Body, callees: tuple[str, ...], begins: tuple[str, ...]) -> list[tuple[str, Any, int]]:
    """The kind, value and position of each assertion; `callees` are the last names of what the calls of a body call."""
    found = [(kind, value, position) for kind, value, position, _ in body.turns if kind in ("assert", "refute")]
    for number, name in enumerate(callees):
        if name.startswith(begins):
            kind = "refute" if "Not" in name or "not_" in name else "assert"
            found.append((kind, number, body.calls[number][3]))
    return found


def _tests(body: Body, begins: tuple[str, ...], *, helper: bool) -> list[Any]:
    """The values that a function tests; what a helper returns is tested by whoever calls it."""
    found = [value for kind, value, *_ in body.turns if kind in TESTS or (helper and kind == "return")]
    found += [value for kind, _, value in body.regions if kind in TESTS]
    return found + [number for number, call in enumerate(body.calls) if last_name(call[0]).startswith(begins)]


def _written(values: list[Any]) -> set[str]:
    """The strings in values and the displays in them."""
    found: set[str] = set()
    queue = list(values)
    for part in queue:
        match part:
            case ("=", str(text)):
                found.add(text)
            case ("dict", *pairs):
                queue += [inner for pair in pairs for inner in pair]
            case (tag, *parts) if tag in CHOICES | {"iter", "|"}:
                queue += parts
    return found
