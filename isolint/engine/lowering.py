"""Lowering files into segments: a few in this process, many in workers, which return only where what is."""

import hashlib
from typing import Final

from isolint.cache import Record
from isolint.engine.jobs import Job, Lowered, content
from isolint.engine.segments import Segment
from isolint.lower import lower
from isolint.source.file import UNKNOWN

CHUNKS: Final = 64
ALONE: Final = 24  # files that one process lowers sooner than a pool starts


def lower_files(job: Job, workers: int) -> Lowered:
    """Lower files into segments."""
    if not job.files:
        return Lowered({}, ())
    if workers <= 1 or len(job.files) < ALONE:
        return Lowered(lower_here(job), ())
    from isolint.engine.pool import lower_suspects, run

    by_size = sorted(job.files, key=lambda f: -f[1][0])
    records: dict[str, Record] = {}
    broken = run(lower_here, [job.of(by_size[n::CHUNKS]) for n in range(min(CHUNKS, len(by_size)))], workers, records)
    return Lowered(records, lower_suspects(lower_here, broken, records))


def lower_here(job: Job) -> dict[str, Record]:
    """Lower in this process, into a segment of its own."""
    segment = segment_of(job)
    segment.write(job.folder)
    return segment.records


def segment_of(job: Job) -> Segment:
    """Read, hash and lower files into a new segment, which is not written yet."""
    segment = Segment()
    for path, stamp in job.files:
        data = content(job, path)
        digest = hashlib.sha256(data).digest() if isinstance(data, bytes) else b""  # an empty file has one, too
        facts = lower(data) if isinstance(data, bytes) else data
        if not isinstance(data, bytes):
            stamp = UNKNOWN  # noqa: PLW2901  # what could not be read is asked again
        segment.add(path, stamp, digest, (tuple(facts.interface), facts.bodies))
    return segment
