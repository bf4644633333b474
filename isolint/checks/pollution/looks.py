"""Looks: what a function looks at, where, and whether an assertion or condition depends on it."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.facts import DISCARDED, Body
from isolint.program.flow.regions import chain
from isolint.program.unit import last_name, receiver

ELEMENT: Final = frozenset({"get", "setdefault", "pop", "__getitem__"})
LATE: Final = 1 << 80


class Look(NamedTuple):
    """A value that is looked at; `call` is the number of the call that may give an element of it, or -1."""

    value: Any
    position: int
    region: int
    told: bool = False
    call: int = -1


def looks(body: Body, changed: set[int]) -> Iterator[Look]:
    """All looks of a function, of which `paths` gives the parts; at the positions `changed` it changes something."""
    for number, (callee, arguments, keywords, position, flags, region) in enumerate(body.calls):
        told = last_name(callee).startswith("assert")
        if position not in changed or not flags & DISCARDED:
            base = receiver(callee)
            call = number if last_name(callee) in ELEMENT and arguments else -1
            yield Look(callee if base is None else base, position, region, told, call)
        for value in (*arguments, *[v for _, v in keywords]):
            yield Look(value, position, region, told)
    for _, _, key, value, position, region in body.stores:
        grown = type(value) is tuple and value[:1] == ("<-",) and position in changed
        for each in (*(value[2:] if grown else (value,)), key if type(key) is tuple else None):
            yield Look(each, position, region)
    handles = {h for c in body.calls if c[3] in changed for h in _handles(receiver(c[0]))}
    handles |= {h for s in body.stores for h in _handles(s[1])}
    for base, key, position, region in body.loads:
        if ("[]", base, key) not in handles:
            yield Look(("[]", base, key), position, region)
    for value, position in (*body.returns, *body.yields):
        yield Look(value, position, 0)
    for value, position in body.asserts:
        yield Look(value, position, 0, told=True)
    starts = _starts(body)
    for number, (_, _, value) in enumerate(body.regions):
        yield Look(value, starts.get(number, LATE), number, told=True)


def _handles(value: Any) -> Iterator[Any]:
    """A value and what it hangs on, by which something is changed without being looked at."""
    while type(value) is tuple and value and value[0] in (".", "[]"):
        yield value
        value = value[1]


def _starts(body: Body) -> dict[int, int]:
    """Where the regions of a function begin."""
    found: dict[int, int] = {}
    places = [(c[3], c[5]) for c in body.calls]
    places += [(s[4], s[5]) for s in body.stores] + [(t[2], t[3]) for t in body.turns]
    for position, inner in sorted(places):
        for region in chain(body, inner):
            found.setdefault(region, position)
    return found


def paths(value: Any) -> Iterator[Any]:
    """The paths in a value, whole ones first."""
    stack = [value]
    while stack:
        match stack.pop():
            case str() | int() as path:
                yield path
            case (".", base, str()) as path:
                yield path
                stack += [] if type(base) is str else [base]
            case ("[]", base, key) as path:
                yield path
                stack += [key] if type(base) is str else [key, base]
            case ("dict", *pairs):
                stack += [v for pair in pairs for v in pair]
            case ("iter" | "with" | "|" | "<-" | "list" | "tuple" | "set" | ":" | "*", *inner):
                stack += inner
