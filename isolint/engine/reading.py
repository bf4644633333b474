"""Reading: the files of a program as units, their facts from the cache where it has them, else made now."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from isolint.cache import Cache, Reader, Record
from isolint.engine.lowering import Lowered, lower_files
from isolint.finding import Fault
from isolint.program.unit import Unit
from isolint.source import Stamp

NO_STAMP: Stamp = (0, 0, 0, 0)


class Files(NamedTuple):
    """What is to be read: paths relative to the root, their stamps, and the bytes that stand for what is on disk."""

    root: Path
    paths: Sequence[str]
    stamps: Mapping[str, Stamp]
    overlay: Mapping[str, bytes]
    jobs: int


class Read(NamedTuple):
    """Units in the order of their paths, the records that the next run may use, and the files that a worker died on."""

    units: tuple[Unit, ...]
    records: dict[str, Record]
    faults: tuple[Fault, ...]


def read(files: Files, cache: Cache, reader: Reader) -> Read:
    """Read all files; a text that only stands for a file leaves what the cache has of the file as it is."""
    known = {path: record for path in files.paths if (record := _known(files, cache, path))}
    made = _lowered(files, (path for path in files.paths if path not in known), cache, cache.by_digest)
    records, faults = known | made.records, made.faults
    interfaces = dict(_interfaces(records, reader))
    if lost := [path for path in records if path not in interfaces]:  # a segment is not what was written
        made = _lowered(files, lost, cache, {})
        records, faults = records | made.records, (*faults, *made.faults)
        interfaces.update(_interfaces(made.records, reader))
    units = tuple(
        Unit(path, interfaces[path], lambda record=records[path]: reader.bodies(record))  # type: ignore[misc]  # bound now
        for path in files.paths
        if path in interfaces
    )
    kept = cache.records.keys() & files.overlay.keys()
    lasting = {path: record for path, record in records.items() if path not in files.overlay}
    return Read(units, lasting | {path: cache.records[path] for path in kept}, faults)


def _known(files: Files, cache: Cache, path: str) -> Record | None:
    return None if path in files.overlay else cache.fresh(path, files.stamps.get(path, NO_STAMP))


def _lowered(files: Files, paths: Iterable[str], cache: Cache, known: Mapping[bytes, Record]) -> Lowered:
    stamped = [(path, files.stamps.get(path, NO_STAMP)) for path in paths]
    return lower_files(files.root, stamped, files.overlay, cache.folder, known, files.jobs or os.cpu_count() or 1)
