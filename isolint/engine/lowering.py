"""Lowering many files: in workers that write what they make into segments and return only where it is."""

import gc
import hashlib
import multiprocessing
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from isolint.cache import Record
from isolint.engine.interrupts import without_interrupts
from isolint.engine.jobs import Job, Lowered, content
from isolint.engine.segments import Segment
from isolint.finding import Fault
from isolint.lower import lower
from isolint.source.file import UNKNOWN

CHUNKS: Final = 64
ALONE: Final = 24  # files that one process lowers sooner than a pool starts


def lower_files(job: Job, workers: int) -> Lowered:
    """Lower files into segments."""
    if not job.files:
        return Lowered({}, ())
    if workers <= 1 or len(job.files) < ALONE:
        return Lowered(_lower(job), ())
    by_size = sorted(job.files, key=lambda f: -f[1][0])
    records: dict[str, Record] = {}
    broken = _run([job.of(by_size[n::CHUNKS]) for n in range(min(CHUNKS, len(by_size)))], workers, records)
    return Lowered(records, lower_suspects(broken, records))


def lower_suspects(suspects: Sequence[Job], records: dict[str, Record]) -> tuple[Fault, ...]:
    """Lower what workers died with into `records`; returns the files that they die on.

    A worker that dies takes the work of all others along, so each job is tried alone, and in ever fewer files.
    """
    faults: list[Fault] = []
    broken = list(suspects)
    while broken:
        suspect = broken.pop()
        if not _run([suspect], 1, records):
            continue
        if len(suspect.files) == 1:
            faults.append(Fault(suspect.files[0][0], "a worker died on this file"))
        else:
            middle = len(suspect.files) // 2
            broken += [suspect.of(suspect.files[:middle]), suspect.of(suspect.files[middle:])]
    return tuple(sorted(faults, key=lambda fault: fault.path))


def _run(jobs: Sequence[Job], workers: int, records: dict[str, Record]) -> list[Job]:
    """Run jobs in a pool; returns those that died."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    broken: list[Job] = []
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin) as pool:
        futures: list[tuple[Job, Future[dict[str, Record]]]] = []
        try:
            with without_interrupts():
                for job in jobs:
                    try:
                        futures.append((job, pool.submit(_lower, job)))
                    except BrokenProcessPool:
                        broken.append(job)
            for job, future in futures:
                try:
                    records.update(future.result())
                except BrokenProcessPool:
                    broken.append(job)
        except BaseException:
            pool.shutdown(cancel_futures=True)  # or else an interrupted run goes on to its end
            raise
    return broken


def _begin() -> None:
    """What a worker does first: collecting finds nothing, and an interrupt is for the process that waits for it."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lower(job: Job) -> dict[str, Record]:
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
