"""Endings: what a function does in the end with what a call of it gives."""

from typing import Any

from isolint.facts import Body
from isolint.program.flow.regions import call_of, contains, exclusive, inside
from isolint.program.unit import last_name, receiver


def wanting(body: Body, number: int, methods: frozenset[str], done: str) -> str:
    """What is wanting in the end, by one of `methods`, of what a call gives; empty where nothing is.

    `done` is the word for what should be done with it.
    """
    ends = [n for n, c in enumerate(body.calls) if n > number and _ends(c[0], number, methods)]
    if not ends:
        return f"is never {done}"
    if any(inside(body, body.calls[n][5], "finally") for n in ends):
        return ""
    plain = [n for n in ends if not inside(body, body.calls[n][5], "except")]
    if len(plain) < len(ends):
        return ""  # both ways are seen to
    between = [c for c in body.calls[number + 1 : min(plain)] if not exclusive(body, c[5], body.calls[number][5])]
    yielded = any(contains(v, number) for v, _ in body.yields)
    return f"is not {done} when something raises in between" if between or yielded else ""


def may_be(value: Any, number: int) -> bool:
    """Whether a value is, or may be, the result of a call."""
    if type(value) is tuple and value and value[0] == "|":
        return any(may_be(v, number) for v in value[1:])
    return call_of(value) == number


def _ends(callee: Any, number: int, methods: frozenset[str]) -> bool:
    if type(callee) is tuple and callee and callee[0] == "|":
        return any(_ends(c, number, methods) for c in callee[1:])
    return last_name(callee) in methods and may_be(receiver(callee), number)


def given(call: tuple[Any, ...]) -> list[Any]:
    """The values that a call is given, displays as they are."""
    return [*call[1], *[v for _, v in call[2]]]


def is_given(call: tuple[Any, ...], number: int) -> bool:
    """Whether a call is given a value, or something with it inside."""
    return any(contains(v, number) for v in given(call))


def speaks(call: tuple[Any, ...], names: set[str]) -> bool:
    """Whether a call is made on, or given, one of these names."""
    values = [call[0], *given(call)]
    return any(type(v) is str and v.partition(".")[0] in names for v in values)
