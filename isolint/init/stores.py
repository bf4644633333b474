"""Stores: what the methods of a class keep under keys, and what they hand out by a key that they are given."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from isolint.facts import Body, Header, Value
from isolint.program import Program
from isolint.program.unit import last_name
from isolint.program.values.origins import Cls


class Kept(NamedTuple):
    """A method keeps a value under a key in an attribute of its object or class."""

    place: str
    method: int
    key: Value
    value: Value


class Taken(NamedTuple):
    """A method gives an element of an attribute by its parameter `key`, or only a part of that element."""

    place: str
    method: int
    key: str
    part: bool


def kept(program: Program, cls: Cls) -> Iterator[Kept]:
    """All that the methods of a class keep under keys."""
    unit = program.units[cls.file]
    for method in program.evaluator.members.methods(cls):
        for kind, base, key, value, _, _ in unit.body(method).stores:
            place = _own(base, unit.header(method))
            if kind == "item" and place:
                yield Kept(place, method, key, value)


def taken(program: Program, cls: Cls) -> Iterator[Taken]:
    """All that the public methods of a class hand out."""
    unit = program.units[cls.file]
    for method in program.evaluator.members.methods(cls):
        header, body = unit.header(method), unit.body(method)
        for value, _ in body.returns if header.name[0] != "_" else ():
            yield from _elements(value, method, header, body, part=False)


def _elements(value: Any, method: int, header: Header, body: Body, *, part: bool) -> Iterator[Taken]:
    """The elements that a value may be, or be a part of."""
    place, key = "", None
    match value:
        case int():
            callee, arguments, *_ = body.calls[value]
            if last_name(callee) == "get" and type(callee) is str and arguments:
                place, key = _own(callee.rpartition(".")[0], header), arguments[0]
        case ("[]", base, key):
            place = _own(base, header)
        case (".", base, _):
            yield from _elements(base, method, header, body, part=True)
        case ("|" | ":", *members):
            for member in members:
                yield from _elements(member, method, header, body, part=part)
    if place and type(key) is str and any(key == f"${row[0]}" for row in header.params[1:]):
        yield Taken(place, method, key[1:], part)


def _own(base: Any, header: Header) -> str:
    """The attribute of the own object or class that a value is, or an empty string."""
    if type(base) is not str or base.count(".") != 1 or not header.params:
        return ""
    root, _, name = base.partition(".")
    return name if root == f"${header.params[0][0]}" else ""
