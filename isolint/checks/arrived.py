"""Arrived: the chain of calls on which a request's data reaches a place that outlives the request."""

from isolint.program import Program
from isolint.program.entry.ways import Way
from isolint.program.flow.places import Place
from isolint.program.flow.requests import Param, Sources
from isolint.program.flow.walks import State
from isolint.program.flow.writes import Write
from isolint.program.lifetimes import Lasting
from isolint.program.values.origins import Ext, Obj


def arrived(
    program: Program, write: Write, place: Place, sources: Sources, key: frozenset[Param] = frozenset()
) -> tuple[Way, Lasting] | None:
    """The way, and why the place lasts; None where either is missing, or where the place is partitioned.

    With parameters of the `key`, also where callers give a key that partitions.
    """
    if program.keys.along(place) not in ("", "constant"):
        return None
    derived = bool(sources.own) or bool(sources.people)
    start = State(write.file, write.scope, None, None, sources.params, derived, key=key)
    if place.kind != "parameter":
        why = program.keepers.of(place, write)
    else:
        why = program.keepers.shared(place) if place.steps else _given(program, place)
        why = why or program.keepers.parameter(place)
        if why is None and (not place.steps or program.keepers.may_last(place)):
            return program.walks.back(start._replace(base=place))
    return program.walks.back(start._replace(why=why)) if why else None


def _given(program: Program, place: Place) -> Lasting | None:
    """Why what a parameter is given, by a default or by the framework, outlives the request."""
    for origin in program.evaluator.origins(place.file, place.scope, f"${place.name}"):
        if isinstance(origin, Obj | Ext) and origin.site and (found := program.lifetimes.of(origin)):
            return found
    return None


def spelled(place: Place, why: Lasting) -> str:
    """The place as its readers know it."""
    steps = "".join(f".{s.name}" if s.name else "[..]" for s in place.steps)
    root = why.name if place.kind in ("parameter", "made", "global", "closure") else place.name
    return f"{root}{steps}"
