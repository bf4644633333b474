"""Elsewhere: channels that no file of the program makes, known by what a connection does with them."""

from typing import Any

from isolint.checks.websocket.containers import split
from isolint.facts import AWAITED
from isolint.program import Program
from isolint.program.flow.regions import loops
from isolint.program.unit import last_name
from isolint.program.values.evaluate import Evaluator
from isolint.program.values.origins import Ext, Origins, Site


def waits(program: Program, taker: Site) -> bool:
    """Whether a call in a loop waits for the next item of something, which is sent on to one of the parameters."""
    unit = program.units[taker.file]
    body = unit.body(taker.scope)
    _, arguments, keywords, _, _, region = body.calls[taker.call]
    item = _awaited(program, taker) if not (arguments or keywords) and loops(body, region) else -1
    if item < 0:
        return False
    if any(_is(value, item) for value, _ in body.yields):
        return True
    names: set[str] = set()
    at = taker.scope
    while at > 0:
        names.update(row[0] for row in unit.header(at).params)
        at = unit.header(at).parent
    return any(
        any(_is(value, item) for value in given) and any(_root(v) in names for v in (split(callee)[0], *given))
        for callee, given, *_ in body.calls
    )


def _awaited(program: Program, taker: Site) -> int:
    """The call that is awaited for the item: the one that takes, or one that hands it through; -1 where none is."""
    calls = program.units[taker.file].body(taker.scope).calls
    if calls[taker.call][4] & AWAITED:
        return taker.call
    for number, (_, given, _, _, flags, _) in enumerate(calls):
        if flags & AWAITED and given and _is(given[0], taker.call):
            callees = program.evaluator.calls.callees(Site(taker.file, taker.scope, number))
            if any(program.evaluator.meaning.has_kind(o, "hands-through") for o in callees):
                return number
    return -1


def channel_elsewhere(program: Program, base: Origins, makers: frozenset[str]) -> str:
    """The path of a channel that nobody makes in sight, or an empty string; `makers` are the names of what makes some.

    It is imported, or hangs on the application's state, without a key or a call in between.
    """
    path = base[0].path if len(base) == 1 and type(base[0]) is Ext else ""
    kept = below_state(program.evaluator, path) or path
    if "." not in kept or "(" in kept or "[" in kept:
        return ""
    made = any(not makers.isdisjoint(unit.interface.mentions) for _, unit in program.speaking(last_name(path)))
    return "" if made else kept


def below_state(evaluator: Evaluator, path: str) -> str:
    """The end of an access path that hangs on an application's state, from that on, or an empty string."""
    above = path.rpartition(".")[0]
    while above:
        if any(row.kind == "application-state" for row in evaluator.vocabulary.of(above)):
            return path[above.rfind(".") + 1 :]
        above = above.rpartition(".")[0]
    return ""


def _is(value: Any, call: int) -> bool:
    return type(value) is int and value == call


def _root(value: Any) -> str:
    return value.partition(".")[0].lstrip("$") if type(value) is str else ""
