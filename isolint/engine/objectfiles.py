"""Object files: the facts of many files in one file that may come from elsewhere, since reading it runs no code.

The first line names the format and has a checksum of the second. That one is JSON: what the facts were made by, and for
each segment its length, its checksum, and the path and hash of each file in it. Then come the segments: pickles of
builtin containers, in which a name of anything else is refused. The same files give the same bytes.
"""

import hashlib
import io
import json
import pickle
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from isolint import __version__, atomic
from isolint.errors import UsageError, reason
from isolint.facts import VERSION, Body, Header, Interface

MAGIC: Final = b"isolint facts 1 "
AGREED: Final[Mapping[str, Any]] = {"isolint": __version__, "facts": VERSION, "python": sys.implementation.cache_tag}
FILES: Final = 100  # in a segment: what they have in common is written once, and one segment at a time is in memory
MENTIONS: Final = Interface._fields.index("mentions")

Plain: TypeAlias = tuple[tuple[Any, ...], tuple[Any, ...]]
"""Interface and bodies, as plain tuples."""


class Named(NamedTuple):
    """The facts of a file with its path, relative to the root, and the hash of its bytes."""

    path: str
    digest: bytes
    facts: Plain


class Stored(NamedTuple):
    """A segment: where it is, its checksum, and what the files in it hash to."""

    offset: int
    length: int
    checksum: str
    digests: tuple[bytes, ...]


def write(target: Path, files: Iterable[Named]) -> None:
    """Write an object file, whole or not at all; raises OSError."""
    rest = iter(files)
    packed: list[bytes] = []
    listed = []
    while some := list(islice(rest, FILES)):
        packed.append(pickle.dumps(tuple([_ordered(each.facts) for each in some]), protocol=5))
        names = [(each.path, each.digest.hex()) for each in some]
        listed.append({"length": len(packed[-1]), "sha256": hashlib.sha256(packed[-1]).hexdigest(), "files": names})
    header = json.dumps({**AGREED, "segments": listed}).encode()
    first = MAGIC + hashlib.sha256(header).hexdigest().encode()
    atomic.write(target, b"\n".join((first, header, b"".join(packed))))


class ObjectFile:
    """An object file of which the header was read; raises UsageError where it is not what was written here."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                first, header = file.readline(200).rstrip(b"\n"), file.readline().rstrip(b"\n")
                begin = file.tell()
        except OSError as error:
            raise self._refused(f"it cannot be read: {reason(error)}") from None
        if not first.startswith(MAGIC):
            raise self._refused("it is no file of facts")
        if first[len(MAGIC) :] != hashlib.sha256(header).hexdigest().encode():
            raise self._damaged()
        try:
            told = json.loads(header)
            made = {key: told[key] for key in AGREED}
            if made != AGREED:
                raise self._refused(f"it was made by {_maker(made)}, and this is {_maker(AGREED)}: make it again")
            self.segments = tuple(_segments(told["segments"], begin))
        except (ValueError, TypeError, KeyError, RecursionError):
            raise self._damaged() from None

    def read(self, segment: Stored) -> Iterator[tuple[bytes, Plain]]:
        """The facts of a segment, each with the hash of the file that it is of."""
        try:
            with self.path.open("rb") as file:
                file.seek(segment.offset)
                data = file.read(segment.length)
        except OSError as error:
            raise self._refused(f"it cannot be read: {reason(error)}") from None
        if hashlib.sha256(data).hexdigest() != segment.checksum:
            raise self._damaged()
        try:
            rows = _Contained(io.BytesIO(data)).load()
        except Exception:  # noqa: BLE001  # of what somebody made on purpose, anything may come
            raise self._damaged() from None
        if type(rows) is not tuple or len(rows) != len(segment.digests) or not all(map(_sound, rows)):
            raise self._damaged()
        return ((digest, _as_lowered(row)) for digest, row in zip(segment.digests, rows, strict=True))

    def _refused(self, why: str) -> UsageError:
        return UsageError(f"{self.path}: {why}")

    def _damaged(self) -> UsageError:
        return self._refused("it is damaged: make it again")


class _Contained(pickle.Unpickler):
    """Reads builtin containers and what they hold; there is no name that it would look up."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")


def _maker(made: Mapping[str, Any]) -> str:
    return f"isolint {made['isolint']} (facts {made['facts']}, {made['python']})"


def _segments(listed: Any, begin: int) -> Iterator[Stored]:
    for each in listed:
        digests = tuple([bytes.fromhex(digest) for _, digest in each["files"]])
        yield Stored(begin, int(each["length"]), str(each["sha256"]), digests)
        begin += int(each["length"])


def _ordered(facts: Plain) -> Plain:
    """With what has no order, in one: another process goes through the same set in another order."""
    interface, bodies = facts
    return (*interface[:MENTIONS], tuple(sorted(interface[MENTIONS])), *interface[MENTIONS + 1 :]), bodies


def _as_lowered(facts: Plain) -> Plain:
    interface, bodies = facts
    return (*interface[:MENTIONS], frozenset(interface[MENTIONS]), *interface[MENTIONS + 1 :]), bodies


def _sound(row: Any) -> bool:
    """Whether it has the shape of facts, as far as others rely on it without a look."""
    if not _rows((row,), 2) or not _rows(row[:1], len(Interface._fields)):
        return False
    interface, bodies = Interface._make(row[0]), row[1]
    return (
        _rows(interface.scopes, len(Header._fields))
        and _rows(bodies, len(Body._fields))
        and len(interface.scopes) == len(bodies)
        and _names(row[0][MENTIONS])
    )


def _names(value: Any) -> bool:
    return type(value) is tuple and all(type(each) is str for each in value)


def _rows(value: Any, length: int) -> bool:
    """Whether it is a tuple of tuples of that length."""
    return type(value) is tuple and all(type(each) is tuple and len(each) == length for each in value)
