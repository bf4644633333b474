"""Reading: the files of a program as units, their facts from the cache where it has them, else made now."""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from isolint.cache import Cache, Reader, Record
from isolint.engine.jobs import Job, Lowered, Lowering
from isolint.engine.moves import Move, settled
from isolint.errors import UsageError
from isolint.finding import Fault
from isolint.source import Stamp
from isolint.source.file import UNKNOWN

if TYPE_CHECKING:
    from isolint.program.unit import Unit


class Files(NamedTuple):
    """What is to be read: paths relative to the root, stamps, and the bytes that stand for what is on disk; and how."""

    root: Path
    paths: Sequence[str]
    stamps: Mapping[str, Stamp]
    overlay: Mapping[str, bytes]
    jobs: int
    lower: Lowering


class Established(NamedTuple):
    """Where the facts of the files are, be they read or not, the files that a worker died on, and what only moved."""

    records: Mapping[str, Record]
    faults: tuple[Fault, ...]
    moves: Mapping[str, Move]


class Read(NamedTuple):
    """Units in the order of their paths, the records that the next run may use, and the files that a worker died on."""

    units: "tuple[Unit, ...]"
    records: Mapping[str, Record]
    faults: tuple[Fault, ...]


def establish(files: Files, cache: Cache) -> Established:
    """Find or make the facts of all files, without reading any of them."""
    known = {path: record for path in files.paths if (record := _known(files, cache, path))}
    if cache.records:
        known |= _again(files, (path for path in files.paths if path not in known), cache.by_digest())
    made = _lowered(files, (path for path in files.paths if path not in known), cache)
    records, moves = settled(cache, made.records)
    return Established(known | records, made.faults, moves)


def read(files: Files, established: Established, cache: Cache, reader: Reader) -> Read:
    """Read all files; a text that only stands for a file leaves what the cache has of the file as it is."""
    records, faults, _ = established
    interfaces = _interfaces(records, reader)
    if len(interfaces) < len(records):
        made = _lowered(files, records.keys() - interfaces.keys(), cache)
        records, faults = {**records, **made.records}, (*faults, *made.faults)
        interfaces.update({path: reader.interface(record) for path, record in made.records.items()})
    from isolint.program.unit import Unit

    units = tuple(
        Unit(path, interfaces[path], partial(bodies_of, files, reader, records[path], path))
        for path in files.paths
        if path in interfaces
    )
    lasting = {path: record for path, record in records.items() if path not in files.overlay}
    untouched = {path: cache.records[path] for path in files.overlay if path in cache.records}
    return Read(units, lasting | untouched, faults)


def _known(files: Files, cache: Cache, path: str) -> Record | None:
    return None if path in files.overlay else cache.fresh(path, files.stamps.get(path, UNKNOWN))


def _again(files: Files, paths: Iterable[str], by_digest: Mapping[bytes, Record]) -> dict[str, Record]:
    """The files whose bytes are known, though perhaps from another time or place, as after a fresh checkout."""
    found = {}
    for path in paths:
        with contextlib.suppress(OSError):
            data = files.overlay[path] if path in files.overlay else _bytes(f"{files.root}/{path}")
            if record := by_digest.get(hashlib.sha256(data).digest()):
                found[path] = record._replace(stamp=files.stamps.get(path, UNKNOWN))
    return found


def _bytes(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read()


def _lowered(files: Files, paths: Iterable[str], cache: Cache) -> Lowered:
    stamped = tuple((path, files.stamps.get(path, UNKNOWN)) for path in paths)
    job = Job(str(files.root), stamped, files.overlay, str(cache.folder))
    return files.lower(job, files.jobs or os.cpu_count() or 1)


def bodies_of(files: Files, reader: Reader, record: Record, path: str) -> tuple[Any, ...]:
    """The bodies of a record, or of the source once more where the segment is not what was written."""
    try:
        return reader.bodies(record)
    except (OSError, ValueError, EOFError):
        data = files.overlay[path] if path in files.overlay else Path(files.root, path).read_bytes()
        if hashlib.sha256(data).digest() != record.digest:  # its interface is known already, and of other bytes
            raise UsageError(f"{path}: it changed during the run, which has to be begun again") from None
        from isolint.lower import lower

        return lower(data).bodies


def _interfaces(records: Mapping[str, Record], reader: Reader) -> dict[str, tuple[Any, ...]]:
    """The interfaces of all records, but for those whose segment is gone or not what was written."""
    found = {}
    for path, record in records.items():
        with contextlib.suppress(OSError, ValueError, EOFError):
            found[path] = reader.interface(record)
    return found
