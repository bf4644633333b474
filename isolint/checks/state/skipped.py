"""Skipped: a wrapper that leaves out who asks where it makes a key of its arguments, and keeps results under that."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.checks.parts import inside
from isolint.facts import KWARG, MODULE, Body
from isolint.program import Program
from isolint.program.unit import last_name, receiver

SHOWN = frozenset({"list", "tuple", "set"})


class Skipped(NamedTuple):
    """Where an argument is left out that says who asks, what it is called, and what the results are kept in."""

    position: int
    what: str
    place: str


def skipped(program: Program, file: int, scope: int) -> Iterator[Skipped]:
    """The first such place of a function that hands its keyword arguments on."""
    unit = program.units[file]
    header, body = unit.header(scope), unit.body(scope)
    rest = next((f"${p[0]}" for p in header.params if p[3] == KWARG), "")
    handing = {n for n, call in enumerate(body.calls) if rest and (None, rest) in call[2]}
    left = _left_out(program, file, body, rest) if handing else None
    place = _kept(program, file, scope, handing) if left else ""
    if left and place:
        yield Skipped(*left, place)


def _left_out(program: Program, file: int, body: Body, rest: str) -> tuple[int, str] | None:
    """The position and the name of who asks that a loop over the arguments passes by, or a comprehension does."""
    items = {n: call[3] for n, call in enumerate(body.calls) if call[0] in (f"{rest}.items", f"{rest}.keys")}
    people = program.vocabulary.names("identity-name")
    for kind, _, position, region in body.turns if items else ():
        if kind == "continue" and (what := _names(program, file, body.regions[region][2], people)):
            return position, what
    values = [v for call in body.calls for v in (*call[1], *[v for _, v in call[2]])] + [s[3] for s in body.stores]
    for part in inside(values, body.calls) if items else ():
        match part:
            case ("[]", ("iter", int() as each), test) if each in items and (
                what := _names(program, file, test, people)
            ):
                return items[each], what
    return None


def _names(program: Program, file: int, test: Any, people: frozenset[str]) -> str:
    """Who asks, where a test compares what is looped over with names that are written out."""
    if type(test) is not tuple or test[:1] != ("<-",):
        return ""
    for part in test[1:]:
        shown = program.units[file].header(MODULE).bindings.get(part) if type(part) is str else part
        if type(shown) is tuple and shown and shown[0] in SHOWN:
            return next((str(v[1]) for v in shown[1:] if type(v) is tuple and v[:1] == ("=",) and v[1] in people), "")
        if type(shown) is tuple and shown[:1] == ("=",) and shown[1] in people:
            return str(shown[1])
    return ""


def _kept(program: Program, file: int, scope: int, handing: set[int]) -> str:
    """What keeps, under a key that says nobody, the result of handing on, and is asked for that key before."""
    body = program.units[file].body(scope)
    given = {p for p in inside([v for v, _ in body.returns], body.calls) if type(p) is int}
    asked = [call for n, call in enumerate(body.calls) if n in given and n not in handing and call[1]]
    kept = [(c, c[1][0], [*c[1][1:], *[v for _, v in c[2]]]) for c in body.calls if len(c[1]) > 1]
    pairs = [(last_name(receiver(c[0])), receiver(c[0]), key, values) for c, key, values in kept]
    pairs += [(last_name(s[1]), s[1], s[2], [s[3]]) for s in body.stores if s[0] == "item"]
    loads = [(base, key) for base, key, *_ in body.loads]
    for name, holder, key, values in pairs:
        if holder is None or not handing.intersection(p for p in inside(values, body.calls) if type(p) is int):
            continue
        known = (holder, key) in loads or any(receiver(c[0]) == holder and c[1][0] == key for c in asked)
        if known and program.keys.of(file, scope, key) != "own":
            return name.lstrip("$") or "the cache"
    return ""
