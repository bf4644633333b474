"""Swallowed: can an assertion fail without anybody learning of it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match
from isolint.checks.outcome.handlers import ASSERTION, Taken, catches, taken, within
from isolint.checks.outcome.successes import success
from isolint.checks.outcome.telling import Telling, is_call, telling
from isolint.facts import FUNCTION, Body
from isolint.program import Program
from isolint.program.flow.regions import chain, loops
from isolint.program.unit import Unit, last_name
from isolint.program.values.origins import Site

COUNTERS: Final = frozenset({"range", "count"})
LEAVING: Final = frozenset({"break", "return"})


@dataclass(frozen=True, slots=True)
class Swallowed:
    """Assertions in a `try`, or under something of kind `suppresses`, that takes what they raise and goes on.

    A handler swallows it where all that it does is of kind `harmless` or `log`; one that skips the test is strict.
    """

    asserts: str
    fails: str
    suppresses: str
    harmless: str
    log: str
    skips: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each handler, at the first assertion."""
        only = telling(program, self.harmless, self.log)
        begins = tuple(program.vocabulary.names(self.asserts))
        for file, unit in ((f, program.units[f]) for f in program.asked if program.roles[f] == "test"):
            taking = {"try", "with"} if program.spelled(file, program.vocabulary.lasts(self.suppresses)) else {"try"}
            for scope in range(1, len(unit.interface.scopes)):
                body = unit.body(scope)
                if unit.interface.scopes[scope][0] != FUNCTION or body.yields or len(body.regions) == 1:
                    continue
                if taking.isdisjoint([region[0] for region in body.regions]):
                    continue
                found: dict[int, Match] = {}
                for position, region in _assertions(unit, scope, begins):
                    handler = None if _polls(body, region) else self._taker(program, only, (file, scope), region)
                    if handler and handler[0].handler not in found and not success(program, body, position, handler[0]):
                        found[handler[0].handler] = _match(program, (file, scope), position, *handler)
                yield from found.values()

    def _taker(self, program: Program, only: Telling, at: tuple[int, int], region: int) -> tuple[Taken, bool] | None:
        """What swallows an error that is raised in a region, and whether it says so by skipping the test."""
        body = program.units[at[0]].body(at[1])
        for one in taken(body, region, ASSERTION):
            inside = [turn for turn in body.turns if within(body, turn[3], one.handler)]
            if any(turn[0] == "raise" for turn in inside):
                continue
            if self._wanted(program, at, one) or any(_answers(body, turn) for turn in inside):
                return None
            if any(turn[0] == "bind" for turn in inside) and self._read_later(program, only, at, inside):
                return None
            return self._swallows(program, only, at, one)
        return self._suppressed(program, at, region)

    def _swallows(self, program: Program, only: Telling, at: tuple[int, int], one: Taken) -> tuple[Taken, bool] | None:
        body = program.units[at[0]].body(at[1])
        if any(within(body, store[5], one.handler) for store in body.stores):
            return None
        sites = [Site(*at, n) for n, call in enumerate(body.calls) if within(body, call[5], one.handler)]
        other = [site for site in sites if not only.only(site)]
        if all(is_call(program, site, self.skips) for site in other):
            return one, bool(other)
        return None

    def _wanted(self, program: Program, at: tuple[int, int], one: Taken) -> bool:
        """Whether the failure is what is tested: where nothing is raised, the `else` of the `try` fails."""
        body = program.units[at[0]].body(at[1])
        otherwise = [n for n, r in enumerate(body.regions) if r[0] == "tried" and r[1] == one.block]
        if any(turn[0] in ("raise", "assert", "refute") and turn[3] in otherwise for turn in body.turns):
            return True
        calls = [n for n, call in enumerate(body.calls) if call[5] in otherwise]
        return any(is_call(program, Site(*at, n), self.fails) for n in calls)

    def _read_later(self, program: Program, only: Telling, at: tuple[int, int], inside: list[tuple[Any, ...]]) -> bool:
        """Whether anything after a handler may look at what it has bound."""
        body = program.units[at[0]].body(at[1])
        start = max(turn[2] for turn in inside if turn[0] == "bind")
        if any(turn[2] > start and turn[0] != "bind" and turn not in inside for turn in body.turns):
            return True
        later = [n for n, call in enumerate(body.calls) if call[3] > start]
        return any(not only.only(Site(*at, n)) for n in later) or any(s[4] > start for s in body.stores)

    def _suppressed(self, program: Program, at: tuple[int, int], region: int) -> tuple[Taken, bool] | None:
        body = program.units[at[0]].body(at[1])
        for block in chain(body, region):
            kind, _, manager = body.regions[block]
            if kind == "with" and type(manager) is int and is_call(program, Site(*at, manager), self.suppresses):
                given = body.calls[manager][1]
                if any(value is not None and catches(value, ASSERTION) for value in given):
                    return Taken(block, block, f"{last_name(body.calls[manager][0])}"), False
        return None


def _assertions(unit: Unit, scope: int, begins: tuple[str, ...]) -> list[tuple[int, int]]:
    """The position and region of each assertion that stands in a block; `begins` are how names of assertions begin."""
    body = unit.body(scope)
    found = [(turn[2], turn[3]) for turn in body.turns if turn[3] and turn[0] in ("assert", "refute")]
    calls = zip(body.calls, unit.callees(scope), strict=True)
    return sorted(found + [(call[3], call[5]) for call, name in calls if call[5] and name.startswith(begins)])


def _answers(body: Body, turn: tuple[Any, ...]) -> bool:
    """Whether a handler asserts something itself, leaves a loop, or gives an answer."""
    if turn[0] == "return":
        return turn[1] != ("=", None) and any(position == turn[2] for _, position in body.returns)
    return turn[0] in ("assert", "refute", "break")


def _polls(body: Body, region: int) -> bool:
    """Whether a place is tried again: in a `while`, in a loop that counts, or in one that success leaves."""
    for loop in loops(body, region):
        test = body.regions[loop][2]
        if type(test) is not tuple or test[0] != "iter":
            return True
        if type(test[1]) is int and last_name(body.calls[test[1]][0]) in COUNTERS:
            return True
        if any(turn[0] in LEAVING and within(body, turn[3], loop) for turn in body.turns):
            return True
    return False


def _match(program: Program, at: tuple[int, int], position: int, one: Taken, skips: bool) -> Match:  # noqa: FBT001
    file, scope = at
    how = "skips the test" if skips else "goes on"
    return Match(
        file=file, scope=scope, position=position, place=one.spelling, strict=skips,
        words={"place": one.spelling, "entry": program.title(file, scope), "how": how},
    )  # fmt: skip
