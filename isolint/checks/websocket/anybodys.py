"""Anybody's: does a function take the next event of all users, and never look at whose it is?"""

from collections.abc import Iterator
from typing import Any

from isolint.checks.match import Match
from isolint.facts import Body
from isolint.program import Program
from isolint.program.flow.regions import contains
from isolint.program.flow.spelling import spelling
from isolint.program.unit import last_name
from isolint.program.values.origins import Site

NOTHING = ("=", None)


def anybodys(program: Program, file: int, kind: str) -> Iterator[Match]:
    """A match for each call of a file that gives the next event, of kind `kind`, to a function that requests reach."""
    unit = program.units[file]
    for name in program.vocabulary.lasts(kind) & unit.interface.mentions:
        for scope, number in unit.calls_named(name):
            body = unit.body(scope)
            callee, _, _, position, *_ = body.calls[number]
            if last_name(callee) != name or not _waits(program, Site(file, scope, number), kind):
                continue
            way = program.way(file, scope) if not _told_apart(body, number) else None
            if way is None:
                continue
            place = spelling(body, callee)
            how = f"gives the next event of any user, and `{unit.qualname(scope)}` takes it"
            yield Match(
                file=file, scope=scope, position=position, place=place, confidence="medium" if way.assumed else "high",
                words={"place": place, "how": how}, trace=program.trace(way), entries=way.entries,
            )  # fmt: skip


def _waits(program: Program, site: Site, kind: str) -> bool:
    """Whether a call waits for an event that users cause, and is not told whose."""
    _, arguments, keywords, *_ = program.units[site.file].body(site.scope).calls[site.call]
    for origin in program.evaluator.calls.callees(site):
        for row in program.evaluator.meaning.rows(origin, kind):
            event = arguments[row.argument] if 0 <= row.argument < len(arguments) else None
            known = type(event) is tuple and event[0] == "=" and event[1] in row.methods
            if known and not any(key is None or (key in row.keywords and v != NOTHING) for key, v in keywords):
                return True
    return False


def _told_apart(body: Body, number: int) -> bool:
    """Whether what a call gives is compared with something known, shown to what judges it, or given to the caller.

    Calls of the same are taken together: a loop asks again until its condition holds.
    """
    given = [n for n, call in enumerate(body.calls) if call[0] == body.calls[number][0]]
    same = [*given, *[n for n, call in enumerate(body.calls) if any(contains(a, g) for a in call[1] for g in given)]]
    if any(contains(value, n) for n in same for value, _ in (*body.returns, *body.yields)):
        return True
    tests = (*[r[2] for r in body.regions], *[test for test, _ in body.asserts])
    return any(_compares(test, n, judged=n not in given) for n in same for test in tests)


def _compares(test: Any, number: int, *, judged: bool) -> bool:
    """Whether a condition sets what a call gives against something that is no constant, or is itself its judge."""
    if type(test) is not tuple or not test:
        return judged and type(test) is int and test == number
    if test[0] == "<-" and any(contains(v, number) for v in test[1:]):
        return any(not contains(v, number) and not (type(v) is tuple and v[:1] == ("=",)) for v in test[1:])
    return test[0] == "|" and any(_compares(v, number, judged=judged) for v in test[1:])
