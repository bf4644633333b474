"""Segments: facts written one after the other, as the cache reads them."""

import marshal
import os
import uuid
from pathlib import Path
from typing import Any, Final

from isolint.cache import Record, checksum
from isolint.facts import Interface
from isolint.source import Stamp

_COMMENTS: Final = Interface._fields.index("comments")


class Segment:
    """A segment in the making, and where in it, or in an earlier one, the facts of each file are."""

    def __init__(self) -> None:
        self.name = f"facts-{uuid.uuid4().hex[:12]}.pack"
        self.records: dict[str, Record] = {}
        self._parts: list[bytes] = []
        self._end = 0

    def add(self, path: str, stamp: Stamp, digest: bytes, facts: tuple[tuple[Any, ...], tuple[Any, ...]]) -> None:
        """Append the interface and the bodies of a file, as plain tuples."""
        interface, bodies = marshal.dumps(facts[0]), marshal.dumps(facts[1])
        sums = checksum(interface), checksum(bodies)
        lengths, said = (len(interface), len(bodies)), facts[0][_COMMENTS]
        sense = checksum(b"".join(sums))
        self.records[path] = Record(stamp, digest, self.name, self._end, *lengths, *sums, sense, said)
        self._parts += [interface, bodies]
        self._end += len(interface) + len(bodies)

    @property
    def data(self) -> bytes:
        """All that was appended."""
        return b"".join(self._parts)

    def write(self, folder: str) -> None:
        """Write the segment, if there is something in it."""
        if self._parts:
            write(folder, self.name, self.data)


def write(folder: str, name: str, data: bytes) -> None:
    """Write a segment that nobody else writes, for the user's own eyes."""
    target = Path(folder, name)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
