"""Moves: an edit after which a file says what it said before, some lines further up or down."""

import contextlib
import marshal
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, NamedTuple

from isolint.cache import Cache, Reader, Record
from isolint.facts import PLACED, Body, Header, Interface, unpack

FEW: Final = 100  # changed files that are compared with what they said before; more of them come from another branch
_AT: Final = tuple(PLACED.get(name, -1) for name in Body._fields)
_HEADER: Final = Header._fields.index("position")


class Move(NamedTuple):
    """The checksums of the facts whose places have moved, and where each line has gone that has a place."""

    before: tuple[bytes, bytes]
    lines: Mapping[int, int]


def settled(cache: Cache, made: Mapping[str, Record]) -> tuple[dict[str, Record], dict[str, Move]]:
    """The records of files that were lowered just now, in the sense of before where they only moved; and the moves."""
    records, moves = dict(made), {}
    changed = {path: (cache.records[path], record) for path, record in made.items() if path in cache.records}
    with contextlib.closing(Reader(cache.folder)) as reader:
        for path, (before, now) in changed.items() if len(changed) <= FEW else ():
            with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
                lines = lines_moved(_facts(reader, before), _facts(reader, now))
                if lines is not None:
                    records[path] = now._replace(sense=before.sense)
                    moves[path] = Move((before.interface_sum, before.bodies_sum), lines)
    return records, moves


def lines_moved(before: tuple[Any, Any], now: tuple[Any, Any]) -> dict[int, int] | None:
    """Where each line with a place has gone; None unless interface and bodies differ in nothing but comments and this.

    Lines move as a whole and keep their order: so what is before, inside or on the line of something else still is.
    """
    if Interface._make(before[0]).mentions != Interface._make(now[0]).mentions:
        return None
    olds, news = list(_places(before)), list(_places(now))
    if len(olds) != len(news) or _said(before) != _said(now):
        return None
    found: dict[int, int] = {}
    for old, new in zip(map(unpack, olds), map(unpack, news), strict=True):
        if (old.column, old.end_column) != (new.column, new.end_column):
            return None
        for line, gone_to in ((old.line, new.line), (old.end_line, new.end_line)):
            if found.setdefault(line, gone_to) != gone_to:
                return None
    gone = [found[line] for line in sorted(found)]
    return found if all(one < other for one, other in pairwise(gone)) else None


def _facts(reader: Reader, record: Record) -> tuple[Any, Any]:
    return reader.interface(record), reader.bodies(record)


def _places(facts: tuple[Any, Any]) -> Iterator[int]:
    for scope in facts[0][0]:
        yield scope[_HEADER]
        yield from Header._make(scope).places.values()
    for body in facts[1]:
        for at, rows in zip(_AT, body, strict=True):
            if at >= 0:
                yield from (row[at] for row in rows)


def _said(facts: tuple[Any, Any]) -> bytes:
    """All but places, comments and the set of what is mentioned, to the last type: 1 is not True here."""
    interface = Interface._make(facts[0])
    scopes = [
        (scope[:_HEADER], scope[_HEADER + 1 : -1], tuple(Header._make(scope).places)) for scope in interface.scopes
    ]
    bodies = [
        [[(row[:at], row[at + 1 :]) for row in rows] if at >= 0 else rows for at, rows in zip(_AT, body, strict=True)]
        for body in facts[1]
    ]
    rest = interface.stars, sorted(interface.listed), interface.counts, interface.fault
    return marshal.dumps((scopes, bodies, rest), 2)  # of a version that tells nothing of what is the same object
