"""Lowering many files: in workers that write what they make into segments and return only where it is."""

import gc
import hashlib
import marshal
import multiprocessing
import os
import signal
import uuid
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final, NamedTuple

from isolint.cache import Record, checksum
from isolint.engine.interrupts import without_interrupts
from isolint.facts import Facts, unreadable
from isolint.finding import Fault
from isolint.lower import lower
from isolint.source import Stamp

CHUNKS: Final = 64
ALONE: Final = 24  # files that one process lowers sooner than a pool starts


class Job(NamedTuple):
    """What a worker lowers: root, paths with stamps, the bytes that stand for some of them, and where to write."""

    root: str
    files: tuple[tuple[str, Stamp], ...]
    overlay: Mapping[str, bytes]
    folder: str

    def of(self, files: Sequence[tuple[str, Stamp]]) -> "Job":
        """The same for some of the files."""
        overlay = {path: self.overlay[path] for path, _ in files if path in self.overlay}
        return self._replace(files=tuple(files), overlay=overlay)


class Lowered(NamedTuple):
    """Where the facts of many files are, and the files on which a worker died."""

    records: dict[str, Record]
    faults: tuple[Fault, ...]


def lower_files(job: Job, known: Mapping[bytes, Record], workers: int) -> Lowered:
    """Lower files into segments; what `known` has by hash is not made again."""
    if not job.files:
        return Lowered({}, ())
    if workers <= 1 or len(job.files) < ALONE:
        return Lowered(_lower(job, known), ())
    by_size = sorted(job.files, key=lambda f: -f[1][0])
    records: dict[str, Record] = {}
    faults: list[Fault] = []
    broken = _run([job.of(by_size[n::CHUNKS]) for n in range(min(CHUNKS, len(by_size)))], known, workers, records)
    while broken:  # a worker that dies takes the work of all others along: each is tried alone, and in ever fewer files
        suspect = broken.pop()
        if not _run([suspect], known, 1, records):
            continue
        if len(suspect.files) == 1:
            faults.append(Fault(suspect.files[0][0], "a worker died on this file"))
        else:
            middle = len(suspect.files) // 2
            broken += [suspect.of(suspect.files[:middle]), suspect.of(suspect.files[middle:])]
    return Lowered(records, tuple(sorted(faults, key=lambda fault: fault.path)))


def _run(jobs: Sequence[Job], known: Mapping[bytes, Record], workers: int, records: dict[str, Record]) -> list[Job]:
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
                        futures.append((job, pool.submit(_lower, job, known)))
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


def _lower(job: Job, known: Mapping[bytes, Record]) -> dict[str, Record]:
    """Read, hash and lower files, and append their facts to a new segment."""
    name = f"facts-{uuid.uuid4().hex[:12]}.pack"
    found: dict[str, Record] = {}
    offset = 0
    parts: list[bytes] = []
    for path, stamp in job.files:
        data = _read(job, path)
        digest = hashlib.sha256(data).digest() if isinstance(data, bytes) else b""  # an empty file has one, too
        if digest in known:
            found[path] = known[digest]._replace(stamp=stamp)
            continue
        facts = lower(data) if isinstance(data, bytes) else data
        interface, bodies = marshal.dumps(tuple(facts.interface)), marshal.dumps(facts.bodies)
        if not isinstance(data, bytes):
            stamp = (0, 0, 0, 0)  # noqa: PLW2901  # what could not be read is asked again
        sums = checksum(interface), checksum(bodies)
        found[path] = Record(stamp, digest, name, offset, len(interface), len(bodies), *sums)
        parts += [interface, bodies]
        offset += len(interface) + len(bodies)
    if parts:
        target = Path(job.folder, name)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.writelines(parts)
    return found


def _read(job: Job, path: str) -> bytes | Facts:
    if path in job.overlay:
        return job.overlay[path]
    try:
        with open(f"{job.root}/{path}", "rb") as file:
            return file.read()
    except OSError as fault:
        return unreadable(1, 1, f"it cannot be read: {fault.strerror or fault}")
