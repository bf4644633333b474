"""Assured: what a test clears away in its end cleared away in `finally`."""

from dataclasses import dataclass
from typing import Any

from isolint.change import Enclose, Place
from isolint.checks.match import Match
from isolint.facts import DISCARDED, Body
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.unit import receiver
from isolint.repairs.offer import Offer
from isolint.repairs.sites import call_at
from isolint.repairs.spot import spot


@dataclass(frozen=True, slots=True)
class Assured:
    """The `try` begins behind where what is cleared away was made: in the test, or else before it."""

    def offer(self, program: Program, match: Match) -> Offer | None:
        """What fails may stand in the `try`, and all that the test ends with in the `finally`."""
        first = call_at(program, match)
        unit = program.units[match.file]
        body = unit.body(match.scope)
        begin = _begin(body, first, unit.header(match.scope).position) if first >= 0 else None
        if begin is None:
            return None
        statements = [c for c in body.calls[first:] if c[4] & DISCARDED and not c[5]]
        change = Enclose(begin, last=tuple(spot(c[3]) for c in statements))
        return Offer(((unit.path, change),), {"place": match.place})


def _begin(body: Body, first: int, function: int) -> Place | None:
    """The place of the statement behind which to begin, or of the function's name; None where it is not that simple."""
    start = body.calls[first][3]
    values = [v for c in body.calls[first:] for v in (receiver(c[0]), *c[1], *[v for _, v in c[2]])]
    made = [body.calls[n] for n in _numbers(body, values, first)]
    stored = [s for s in body.stores if s[4] < start and any(_holds(v, s) for v in values)]
    if any(c[5] for c in made) or any(s[5] for s in stored):
        return None
    places = [*[c[3] for c in made], *[s[4] for s in stored]]
    if not places:
        return spot(function)
    begin = max(places)
    fails = [position for _, position in body.asserts if min(places) < position < start]
    return spot(begin) if fails and fails[0] > begin else None  # else what was made first would stay


def _numbers(body: Body, values: list[Any], first: int) -> set[int]:
    """The calls before number `first` of which values are made up; of those in its own statement, what these take."""
    start = _start(body.calls[first])
    found: set[int] = set()
    for number in range(first - 1, -1, -1):
        if any(contains(v, number) for v in values):
            call = body.calls[number]
            if _start(call) < start:
                found.add(number)
            else:
                values = [*values, receiver(call[0]), *call[1], *[v for _, v in call[2]]]
    return found


def _start(call: tuple[Any, ...]) -> tuple[int, ...]:
    return spot(call[3])[:2]


def _holds(value: Any, store: tuple[Any, ...]) -> bool:
    """Whether a store puts something into what a value is, or puts that itself in its place."""
    kind, base, key = store[:3]
    if type(value) is not str or type(base) is not str or kind.startswith("del-"):
        return False
    own = f"{base}.{key}" if kind == "attr" else base
    return value == own or value.startswith(f"{own}.")
