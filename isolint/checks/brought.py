"""Brought: the chain of calls on which a request brings a value to a place in a function."""

from collections.abc import Callable
from typing import Any, NamedTuple

from isolint.checks.match import Match, lower
from isolint.finding import Confidence, Step
from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.requests import Sources
from isolint.program.flow.walks import State
from isolint.program.lifetimes import Lasting


class Brought(NamedTuple):
    """The way from the entry, and a name in the value that comes from its request."""

    way: Way
    what: str


def brought(
    program: Program, at: tuple[int, int, int], values: tuple[Any, ...], wanted: Callable[[Way], bool] | None = None
) -> Brought | None:
    """How a request brings values to a place, given by its file, scope and position."""
    return carried(program, at, program.requests.of(at[0], at[1], *values), wanted)


def carried(
    program: Program, at: tuple[int, int, int], sources: Sources, wanted: Callable[[Way], bool] | None = None
) -> Brought | None:
    """How a request brings to a place what comes from there."""
    file, scope, position = at
    if sources.empty and not sources.people:
        return None
    why = Lasting("global", file, scope, position, "")
    derived = bool(sources.own) or bool(sources.people)
    found = program.walks.back(State(file, scope, None, why, sources.params, derived), wanted)
    if found is None:
        return None
    names = sorted(sources.people) or sorted({p.name for p in sources.params}) or sorted(sources.own)
    return Brought(found[0], names[0])


def matched(
    program: Program, at: tuple[int, int, int], one: Brought, place: str, words: dict[str, str],
    sure: Confidence = "high", related: tuple[Step, ...] = (),
) -> Match:  # fmt: skip
    """The answer for a place that a request brings something to."""
    file, scope, position = at
    step = program.step(file, position, f"`{place}` is given `{one.what}`")
    entry = program.title(one.way.file, one.way.scope)
    return Match(
        file=file, scope=scope, position=position, place=place,
        confidence=lower(sure, "medium" if one.way.assumed else "high"),
        words={"place": place, "entry": entry, "what": one.what, **words},
        trace=(*program.trace(one.way), step), related=related, entries=one.way.entries,
    )  # fmt: skip
