"""Ready: facts that were made elsewhere, taken for those files that still are what they are of."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from isolint.cache import Record
from isolint.engine.jobs import Job, Lowered, Lowering, content
from isolint.engine.objectfiles import ObjectFile
from isolint.engine.segments import Segment
from isolint.engine.shards import SUFFIX
from isolint.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ready:
    """A way of lowering: what a folder of object files has, by the hash of the file, and `rest` for all else.

    `told` is told how many files of how many the folder does not have.
    """

    folder: Path
    rest: Lowering
    told: Callable[[int, int], None]

    def __call__(self, job: Job, workers: int) -> Lowered:
        """Lower; raises UsageError for an object file that is damaged, or made by another isolint or Python."""
        if not job.files:
            return self.rest(job, workers)
        wanted: dict[bytes, list[str]] = {}
        for path, _ in job.files:
            data = content(job, path)
            if isinstance(data, bytes):
                wanted.setdefault(hashlib.sha256(data).digest(), []).append(path)
        taken = self._taken(job, wanted)
        left = job.of([each for each in job.files if each[0] not in taken])
        if left.files:
            self.told(len(left.files), len(job.files))
        records, faults = self.rest(left, workers)
        return Lowered({**taken, **records}, faults)

    def _taken(self, job: Job, wanted: Mapping[bytes, list[str]]) -> dict[str, Record]:
        stamps = dict(job.files)
        open_ones = set(wanted)
        found: dict[str, Record] = {}
        for file in [ObjectFile(path) for path in self._files()]:  # the headers of all, before the segments of any
            segment = Segment()
            for stored in file.segments:
                if open_ones.isdisjoint(stored.digests):
                    continue
                for digest, facts in file.read(stored):
                    if digest in open_ones:
                        open_ones.remove(digest)
                        for path in wanted[digest]:
                            segment.add(path, stamps[path], digest, facts)
            segment.write(job.folder)
            found.update(segment.records)
        return found

    def _files(self) -> list[Path]:
        if not self.folder.is_dir():
            raise UsageError(f"{str(self.folder)!r} is no folder of facts")
        found = sorted(self.folder.rglob(f"*{SUFFIX}"))
        if not found:
            raise UsageError(f"{str(self.folder)!r} has no facts, `isolint facts --out {self.folder}` writes some")
        return found
