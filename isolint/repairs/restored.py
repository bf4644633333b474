"""Restored: let a fixture of the test framework change the environment, which sets it back when the test is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from isolint.change import Change, Raze, Restore
from isolint.checks import Match
from isolint.facts import GENERATOR, Body, unpack
from isolint.program import Program
from isolint.program.flow.regions import chain, contains, exclusive, inside
from isolint.program.testing.hooks import within
from isolint.repairs.deeds import FOLDER, Deed, deeds
from isolint.repairs.granted import granted
from isolint.repairs.offer import Offer
from isolint.repairs.spot import spot

BRANCHES: Final = ("if", "else")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a function does to one thing is left to `fixture`, with the clean-up by hand at its end."""

    fixture: str

    def offer(self, program: Program, match: Match) -> Offer | None:
        """All statements of the function about that thing, or None where one can be neither turned nor dropped."""
        file, scope = match.file, match.scope
        given = granted(program, file, scope, self.fixture)
        if given is None:
            return None
        every = deeds(program, file, scope)
        mine = next((deed for deed in every if deed.position == match.position), None)
        if mine is None or mine.how not in ("set", "drop"):
            return None
        told, body = _together(every, mine), program.units[file].body(scope)
        if any(deed.how == "other" or inside(body, deed.region, "finally", "except") for deed in told):
            return None
        if _is_shared(program, match, told):
            return None
        over = _tidying(body, every, told) if _is_over(program, match) else []
        shared = {deed.region for deed in over} - {0}
        if any(deed.region in shared for deed in every if deed not in told):
            return None  # a branch would be left with what is another finding's
        kept = [deed for deed in told if deed not in over]
        if mine not in kept or any(deed.how == "back" for deed in kept) or _looks_late(body, mine, kept):
            return None
        changes: list[Change] = [*given]
        changes += [Restore(spot(p), self.fixture) for p in dict.fromkeys(deed.position for deed in kept)]
        changes += _removed(body, over)
        path = program.units[file].path
        return Offer(tuple((path, change) for change in changes), {"fixture": self.fixture, "place": match.place})


def _is_over(program: Program, match: Match) -> bool:
    """Whether a function's end is the end of the test: no fixture's, unless that goes on behind its `yield`."""
    generates = program.units[match.file].header(match.scope).flags & GENERATOR
    return bool(generates) or program.suites.is_test(match.file, match.scope)


def _together(every: Sequence[Deed], mine: Deed) -> list[Deed]:
    """The deeds that may be about what one is about, or what those may be about."""
    found = [mine]
    while more := [d for d in every if d not in found and any(d.position == o.position or d.meets(o) for o in found)]:
        found += more
    return [deed for deed in every if deed in found]


def _is_shared(program: Program, match: Match, told: Sequence[Deed]) -> bool:
    """Whether a function inside of the function does something to the same things."""
    inner = [s for s in within(program.units[match.file], match.scope) if s != match.scope]
    return any(deed.meets(one) for s in inner for deed in deeds(program, match.file, s) for one in told)


def _tidying(body: Body, every: Sequence[Deed], told: Sequence[Deed]) -> list[Deed]:
    """The deeds at the end of a function that only clean up after the others."""
    last = _last(body, every)
    found: list[Deed] = []
    for deed in told[::-1]:
        tops = [body.regions[r][0] for r in chain(body, deed.region)]
        before = [d for d in told if d.position < deed.position and d.meets(deed)]
        saved = deed.store == FOLDER and type(deed.values[0]) is int
        earlier = [d for d in before if (saved or d.how != deed.how) and not exclusive(body, d.region, deed.region)]
        if deed.position < last or not earlier or any(kind not in BRANCHES for kind in tops):
            break
        found.append(deed)
    return found[::-1]


def _last(body: Body, every: Sequence[Deed]) -> int:
    """Where a function does the last thing that is no deed."""
    lines = {line for deed in every for line in _lines(deed)}
    places = [call[3] for call in body.calls] + [store[4] for store in body.stores]
    places += [p for _, p in (*body.asserts, *body.returns, *body.yields)] + [turn[2] for turn in body.turns]
    return max((p for p in places if unpack(p).line not in lines), default=0)


def _lines(deed: Deed) -> range:
    span = unpack(deed.position)
    return range(span.line, span.end_line + 1)


def _looks_late(body: Body, mine: Deed, kept: Sequence[Deed]) -> bool:
    """Whether something is only taken away behind an assertion: what the test itself has put there some other way."""
    first = min(kept, key=lambda deed: deed.position)
    return mine.how == first.how == "drop" and any(p < first.position for _, p in body.asserts)


def _removed(body: Body, over: Sequence[Deed]) -> list[Change]:
    """The clean-up taken away, each `if` with its branches as a whole; and what was put aside for it alone."""
    groups: dict[int, list[Deed]] = {}
    for deed in over:
        top = (chain(body, deed.region) or [-deed.position])[-1]
        groups.setdefault(_condition(body, top), []).append(deed)
    found: list[Change] = [Raze(spot(group[0].position), len(group)) for group in groups.values()]
    gone = {deed.position for deed in over}
    said = _said(body, over)
    for _, value, position, _ in body.bound:
        asked = type(value) is int and any(contains(v, value) for v in said)
        if asked and not _is_used(body, value, over, gone):
            found.append(Raze(spot(position), 1))
    return found


def _condition(body: Body, top: int) -> int:
    """The `if` that a branch at the outside of a function belongs to."""
    if top <= 0 or body.regions[top][0] == "if":
        return top
    tests = [
        r for r in range(1, top) if body.regions[r][:2] == ("if", 0) and body.regions[r][2] == body.regions[top][2]
    ]
    return tests[-1] if tests else top


def _said(body: Body, over: Sequence[Deed]) -> list[Any]:
    """The values that a clean-up sets, and those that it depends on."""
    return [v for deed in over for v in (*deed.values, *(body.regions[r][2] for r in chain(body, deed.region)))]


def _is_used(body: Body, value: int, over: Sequence[Deed], gone: set[int]) -> bool:
    """Whether anything but the clean-up speaks of what a call gave."""
    own = {r for deed in over for r in chain(body, deed.region)}
    said: list[Any] = [v for c in body.calls if c[3] not in gone for v in (c[0], *c[1], *[k for _, k in c[2]])]
    said += [v for s in body.stores if s[4] not in gone for v in (s[1], s[2], s[3])]
    said += [v for v, _ in (*body.asserts, *body.returns, *body.yields)] + [v for _, v, *_ in body.turns]
    said += [v for number, (_, _, v) in enumerate(body.regions) if number not in own]
    return any(contains(v, value) for v in said)
