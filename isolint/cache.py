"""Cache: facts on disk, by the hash of the bytes they were made from; a broken cache is ignored and rebuilt."""

import contextlib
import hashlib
import marshal
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from isolint import __version__, atomic
from isolint.facts import VERSION

RACY: Final = 2_000_000_000  # nanoseconds: a file changed so shortly before it was read may change again unseen
KEY: Final = f"{__version__}-{VERSION}-{sys.implementation.cache_tag}".encode()


class Record(NamedTuple):
    """Where a file's facts are: stamp and hash of the source, segment, offset, length and checksum of both parts.

    Records of one path and `sense` are of files that say the same but for comments and the lines where they say it.
    `comments` are those of the interface.
    """

    stamp: tuple[int, int, int, int]
    digest: bytes
    segment: str
    offset: int
    interface: int
    bodies: int
    interface_sum: bytes
    bodies_sum: bytes
    sense: bytes
    comments: tuple[tuple[int, int, str, int, int], ...]


class Cache:
    """A folder of append-only segments and one manifest, private to the user."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.records: dict[str, Record] = {}
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            data = (folder / "manifest").read_bytes()
            checksum, packed = data[:32], data[32:]
            if hashlib.sha256(KEY + packed).digest() == checksum:
                self.records = {path: Record(*row) for path, row in marshal.loads(packed).items()}  # noqa: S302  # checked above

    def by_digest(self) -> dict[bytes, Record]:
        """The records by the hash of what they are of."""
        return {record.digest: record for record in self.records.values() if record.digest}

    def fresh(self, path: str, stamp: tuple[int, int, int, int]) -> Record | None:
        """The record of a file whose size, times and inode are as they were, unless it changed too shortly before."""
        record = self.records.get(path)
        return record if record and record.stamp == stamp and any(stamp) else None

    def keep(self, records: Mapping[str, Record], before: int) -> None:
        """Write the manifest where it changes, and remove segments that nothing points to any more.

        `before` is when the run began, in ns.
        """
        rows = {}
        for path, record in records.items():
            racy = record.stamp[1] > before - RACY or record.stamp[2] > before - RACY
            rows[path] = tuple(record._replace(stamp=(0, 0, 0, 0)) if racy else record)
        if rows == self.records:
            return
        packed = marshal.dumps(rows)
        atomic.write_private(self.folder / "manifest", hashlib.sha256(KEY + packed).digest() + packed)
        used = {r.segment for r in records.values()}
        for segment in self.folder.glob("facts-*.pack"):
            with contextlib.suppress(OSError):  # another run may be faster
                old = time.time() - segment.stat().st_mtime > 3600  # noqa: PLR2004  # an hour: another run may be at work
                if segment.name not in used and old:
                    segment.unlink()


class Reader:
    """Reads records out of segments; raises ValueError where a segment is not what was written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}

    def interface(self, record: Record) -> tuple[Any, ...]:
        """The interface of a record."""
        return self._part(record.segment, record.offset, record.interface, record.interface_sum)

    def bodies(self, record: Record) -> tuple[Any, ...]:
        """The bodies of a record."""
        return self._part(record.segment, record.offset + record.interface, record.bodies, record.bodies_sum)

    def _part(self, segment: str, offset: int, length: int, expected: bytes) -> tuple[Any, ...]:
        data = self._read(segment, offset, length)
        if checksum(data) != expected:
            raise ValueError(segment)
        return marshal.loads(data)  # type: ignore[no-any-return]  # noqa: S302  # what we wrote, as the sum says

    def _read(self, segment: str, offset: int, length: int) -> bytes:
        handle = self._open.get(segment)
        if handle is None:
            handle = self._open[segment] = os.open(self._folder / segment, os.O_RDONLY)
        return os.pread(handle, length, offset)

    def close(self) -> None:
        """Close all segments."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()


def checksum(data: bytes) -> bytes:
    """16 bytes that tell what was written from what was changed since."""
    return hashlib.blake2b(data, digest_size=16).digest()


def default_folder(root: Path) -> Path:
    """The user's own cache folder for a root: a cache in the repository could make a gate pass."""
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    base = Path(home) if home else Path.home() / ".cache"
    return base / "isolint" / hashlib.sha256(os.fsencode(str(root))).hexdigest()[:16]


def cache_of(root: Path, spare: Path) -> Cache:
    """The cache of a root, in the folder `spare` where the user's own cannot be written, as in many containers."""
    with contextlib.suppress(OSError, RuntimeError):  # the second: no home is known
        cache = Cache(default_folder(root))
        if os.access(cache.folder, os.W_OK | os.X_OK):
            return cache
    return Cache(spare)
