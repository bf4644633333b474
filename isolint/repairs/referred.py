"""Referred: does a file speak of one of its functions otherwise than by defining it?"""

from collections.abc import Iterator
from typing import Any

from isolint.facts import Body
from isolint.program.unit import Unit, last_name


def referred(unit: Unit, scope: int) -> bool:
    """Whether something in the file has the name of a function: who calls it that way gives it what it takes now."""
    name, own = unit.header(scope).name, ("def", scope)
    return any(
        _speaks(value, name, own)
        for number in range(len(unit.interface.scopes))
        for value in (*said(unit.body(number)), *_kept(unit, number, name, own))
        if number != scope
    )


def _kept(unit: Unit, scope: int, name: str, own: tuple[str, int]) -> Iterator[Any]:
    """What the names of a module or class are bound to, but for the function's own."""
    for key, value in unit.header(scope).bindings.items():
        if (key, value) != (name, own):
            yield value


def said(body: Body) -> Iterator[Any]:
    """All values that a scope has something to do with."""
    for callee, arguments, keywords, *_ in body.calls:
        yield from (callee, *arguments, *[value for _, value in keywords])
    for _, base, key, value, *_ in body.stores:
        yield from (base, key, value)
    yield from (value for base, key, *_ in body.loads for value in (base, key))
    yield from (value for value, _ in (*body.returns, *body.yields, *body.asserts))
    yield from (value for _, _, value in body.regions)
    yield from (value for _, value, *_ in body.turns)
    yield from (value for _, value, *_ in body.bound)


def _speaks(value: Any, name: str, own: tuple[str, int]) -> bool:
    if type(value) is not tuple:
        return type(value) is str and (value == name or value.endswith(f".{name}"))
    if value == own or (value[:1] == (".",) and last_name(value) == name):
        return True
    if value[:1] in (("=",), ("def",), ("import",)):
        return False
    return any(_speaks(each, name, own) for each in value)
