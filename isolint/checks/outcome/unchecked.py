"""Unchecked: are errors that a call gives back as results ever looked for?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from isolint.checks.match import Match
from isolint.checks.outcome.gathered import elements
from isolint.checks.outcome.handlers import WIDE, catches, taken, within
from isolint.checks.outcome.results import Fate, Results
from isolint.checks.outcome.telling import telling as telling_of
from isolint.facts import ASYNC, AWAITED, FUNCTION, Body
from isolint.program import Program
from isolint.program.flow.regions import inside as stands_in
from isolint.program.unit import Unit, last_name, receiver
from isolint.program.values.origins import Fn, Site
from isolint.program.words import matcher, snake

TELLING: Final = {
    "dropped": "drops the results",
    "unread": "never reads the results",
    "counted": "only counts or prints the results",
    "asked": "only asks whether there is a result, and an exception is one",
    "trusted": "uses the results as if none had failed",
}


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Calls of kind `returns` whose results nobody asks for errors, in tests and where requests come by.

    Left alone is what ends something: a function, or coroutines, whose names have a word of kind `ending`. Strict is
    where an exception is noticed in another way, or can hardly be.
    """

    returns: str
    through: str
    harmless: str
    log: str
    ending: str

    def ask(self, program: Program) -> Iterator[Match]:
        """A match for each call."""
        rows = program.vocabulary.kinds.get(self.ending, ())
        ends = matcher(frozenset(row.path for row in rows))
        before = matcher(frozenset(row.path for row in rows if row.by == "call"))
        names = program.vocabulary.lasts(self.returns)
        telling = telling_of(program, self.harmless, self.log)
        for file in program.asked:
            unit = program.units[file]
            spelled = program.spelled(file, names)
            for site in _calls(unit, file, spelled) if spelled and program.roles[file] != "script" else ():
                if not self._gives_errors(program, site) or not _counts(program, file, site.scope):
                    continue
                fate = Results(program, site, self.through, telling).fate()
                if fate and not self._ends(program, site, ends, before):
                    yield self._match(program, site, fate)

    def _gives_errors(self, program: Program, site: Site) -> bool:
        keywords = program.units[site.file].body(site.scope).calls[site.call][2]
        asked = {k for k, v in keywords if v == ("=", True)}
        meaning = program.evaluator.meaning
        origins = program.evaluator.calls.callees(site)
        return any(not asked.isdisjoint(row.keywords) for o in origins for row in meaning.rows(o, self.returns))

    def _ends(self, program: Program, site: Site, ends: re.Pattern[str], before: re.Pattern[str]) -> bool:
        """Whether the call waits for what is being ended, so that nobody wants the results."""
        unit = program.units[site.file]
        body = unit.body(site.scope)
        _, arguments, _, position, _, region = body.calls[site.call]
        if stands_in(body, region, "finally") or any(p < position for _, p in body.yields):
            return True
        if any(ends.search(snake(name)) for name in _functions(unit, site.scope) if not name.startswith("test")):
            return True
        for callee, _, _, at, *_ in body.calls:
            if at < position and (before.search(snake(_name(unit, callee))) or _signals(body, callee, ends)):
                return True
        given = elements(body, arguments, program.vocabulary.lasts(self.through))
        names = [_name(unit, body.calls[each][0]) if type(each) is int else last_name(each) for each in given]
        return bool(names) and all(_is_ending(snake(name), ends) for name in names)

    def _match(self, program: Program, site: Site, fate: Fate) -> Match:
        unit = program.units[site.file]
        callee, arguments, _, position, *_ = unit.body(site.scope).calls[site.call]
        given = elements(unit.body(site.scope), arguments, program.vocabulary.lasts(self.through))
        single = len(arguments) == 1 and not (type(arguments[0]) is tuple and arguments[0][:1] == ("*",))
        waits = fate == "dropped" and (single or not any(type(each) is int for each in given))
        place = next((program.evaluator.meaning.canonical(o) for o in program.evaluator.calls.callees(site)), "")
        return Match(
            file=site.file, scope=site.scope, position=position, place=place or last_name(callee),
            words={
                "place": place or last_name(callee), "entry": program.title(site.file, site.scope), "how": TELLING[fate]
            },
            strict=fate == "trusted" or waits or _careful(program, site, given),
        )  # fmt: skip


def _calls(unit: Unit, file: int, names: frozenset[str]) -> Iterator[Site]:
    """The calls of these names in functions of a file."""
    for scope, plain in enumerate(unit.interface.scopes):
        if plain[0] == FUNCTION:
            yield from (Site(file, scope, n) for n, name in enumerate(unit.callees(scope)) if name in names)


def _counts(program: Program, file: int, scope: int) -> bool:
    """Whether a function is of a suite of tests, or one that requests reach."""
    if program.roles[file] == "test":
        return True
    way = program.way(file, scope)
    return way is not None and not way.assumed


def _functions(unit: Unit, scope: int) -> Iterator[str]:
    """The names of a function and those around it."""
    while scope > 0:
        header = unit.header(scope)
        if header.kind == FUNCTION:
            yield header.name
        scope = header.parent


def _is_ending(word: str, ends: re.Pattern[str]) -> bool:
    """Whether a name begins or closes with such a word: `close_session`, `graceful_shutdown`."""
    return any(m.start() == 0 or m.end() == len(word) for m in ends.finditer(word))


def _name(unit: Unit, callee: Any) -> str:
    return unit.header(callee[1]).name if type(callee) is tuple and callee[:1] == ("def",) else last_name(callee)


def _signals(body: Body, callee: Any, ends: re.Pattern[str]) -> bool:
    """Whether a call sets an event that ends something: `stop_monitor.set()`, by a local name too."""
    if last_name(callee) != "set" or callee == "set":
        return False
    on = receiver(callee)
    return any(ends.search(snake(name)) for name in (body.names if type(on) is int else (last_name(on),)))


def _careful(program: Program, site: Site, given: list[Any]) -> bool:
    """Whether all coroutines that a call runs, as far as they are known, handle their errors themselves."""
    found = [
        origin
        for each in given if type(each) is int
        for origin in program.evaluator.calls.callees(Site(site.file, site.scope, each))
        if isinstance(origin, Fn) and program.units[origin.file].header(origin.scope).flags & ASYNC
    ]  # fmt: skip
    return bool(found) and all(_handles(program.units[fn.file].body(fn.scope)) for fn in found)


def _handles(body: Body) -> bool:
    """Whether every await and every assertion of a coroutine stands in a `try` that takes whatever comes."""
    awaited = [call[5] for call in body.calls if call[4] & AWAITED]
    asserted = [turn[3] for turn in body.turns if turn[0] in ("assert", "refute")]
    return bool(awaited or asserted) and all(_handled(body, region) for region in (*awaited, *asserted))


def _handled(body: Body, region: int) -> bool:
    at = region
    while at:
        kind, parent, caught = body.regions[at]
        if kind == "except" and catches(caught, WIDE):
            return True  # what a handler does of its own accord
        at = parent
    for one in taken(body, region, WIDE):
        return not any(turn[0] == "raise" and within(body, turn[3], one.handler) for turn in body.turns)
    return False
