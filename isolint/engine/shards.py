"""Shards: the facts of a share of a project's files, written where another process finds them."""

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from isolint.cache import Reader, Record
from isolint.config import Config
from isolint.engine.jobs import Job
from isolint.engine.objectfiles import Named, write
from isolint.engine.request import Request
from isolint.errors import UsageError, reason
from isolint.finding import Fault
from isolint.source import discover

SUFFIX: Final = ".facts"


class Shard(NamedTuple):
    """Share `number`, counted from 1, of `of`."""

    number: int = 1
    of: int = 1

    @property
    def name(self) -> str:
        """The name of its object file."""
        return f"{str(self.number).zfill(len(str(self.of)))}-of-{self.of}{SUFFIX}"

    def has(self, path: str) -> bool:
        """Whether a file, by its path relative to the root, is in this share: in the same one everywhere, always."""
        digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1


class Written(NamedTuple):
    """What came of a shard: its object file, how many files it has, and the files that a worker died on.

    With such ones nothing is written.
    """

    path: Path
    files: int
    faults: tuple[Fault, ...]


def write_shard(config: Config, request: Request, shard: Shard, folder: Path) -> Written:
    """Lower the share of the files that a run would report on, and write their facts into a folder.

    No cache is read: what goes to others is made from the files alone. A file that cannot be read is left out.
    Raises UsageError for what the user can mend.
    """
    found = discover(config, list(request.given), force_exclude=request.force_exclude, cwd=request.cwd)
    files = tuple((path, found.stamps[path]) for path in found.reported if shard.has(path))
    target = folder / shard.name
    request.progress(f"lowering {len(files)} files")
    with tempfile.TemporaryDirectory(prefix="isolint-") as temporary:
        job = Job(str(config.root), files, request.overlay, temporary)
        records, faults = request.lower(job, request.jobs or os.cpu_count() or 1)
        sound = {path: records[path] for path in sorted(records) if records[path].digest}
        if not faults:
            request.progress("writing")
            with closing(Reader(Path(temporary))) as reader:
                _write(target, _named(sound, reader))
    return Written(target, len(sound), faults)


def _named(records: Mapping[str, Record], reader: Reader) -> Iterator[Named]:
    for path, record in records.items():
        yield Named(path, record.digest, (reader.interface(record), reader.bodies(record)))


def _write(target: Path, files: Iterator[Named]) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(target, files)
    except OSError as error:
        raise UsageError(f"{str(target)!r} cannot be written: {reason(error)}") from None
