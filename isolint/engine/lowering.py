"""Lowering many files: in workers that write what they make into segments and return only where it is."""

import gc
import hashlib
import marshal
import multiprocessing
import os
import uuid
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final, NamedTuple

from isolint.cache import Record
from isolint.facts import Facts, unreadable
from isolint.finding import Fault
from isolint.lower import lower
from isolint.source import Stamp

CHUNKS: Final = 64
ALONE: Final = 24  # files that one process lowers sooner than a pool starts


class Job(NamedTuple):
    """What a worker lowers: root, paths with stamps, the records known by hash, and where to write."""

    root: str
    files: tuple[tuple[str, Stamp], ...]
    overlay: Mapping[str, bytes]
    folder: str


class Lowered(NamedTuple):
    """Where the facts of many files are, and the files on which a worker died."""

    records: dict[str, Record]
    faults: tuple[Fault, ...]


def lower_files(
    root: Path,
    files: Sequence[tuple[str, Stamp]],
    overlay: Mapping[str, bytes],
    folder: Path,
    known: Mapping[bytes, Record],
    jobs: int,
) -> Lowered:
    """Lower files into segments in `folder`; what `known` has by hash is not made again."""
    if not files:
        return Lowered({}, ())
    if jobs <= 1 or len(files) < ALONE:
        return Lowered(_lower(Job(str(root), tuple(files), overlay, str(folder)), known), ())
    by_size = sorted(files, key=lambda f: -f[1][0])
    count = min(CHUNKS, len(files))
    chunks = [tuple(by_size[n::count]) for n in range(count)]
    records: dict[str, Record] = {}
    faults: list[Fault] = []
    pending = [Job(str(root), c, {p: overlay[p] for p, _ in c if p in overlay}, str(folder)) for c in chunks]
    broken = _run(pending, known, jobs, records)
    for job in broken:
        for file in job.files:
            single = job._replace(files=(file,))
            if _run([single], known, 1, records):
                faults.append(Fault(file[0], "a worker died on this file"))
    return Lowered(records, tuple(faults))


def _run(jobs: Sequence[Job], known: Mapping[bytes, Record], workers: int, records: dict[str, Record]) -> list[Job]:
    """Run jobs in a pool; returns those that died."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    broken: list[Job] = []
    with ProcessPoolExecutor(workers, mp_context=context, initializer=gc.disable) as pool:
        futures: list[tuple[Job, Future[dict[str, Record]]]] = []
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
    return broken


def _lower(job: Job, known: Mapping[bytes, Record]) -> dict[str, Record]:
    """Read, hash and lower files, and append their facts to a new segment."""
    name = f"facts-{uuid.uuid4().hex[:12]}.pack"
    found: dict[str, Record] = {}
    offset = 0
    parts: list[bytes] = []
    for path, stamp in job.files:
        data = _read(job, path)
        digest = hashlib.sha256(data if isinstance(data, bytes) else b"").digest()
        if isinstance(data, bytes) and digest in known:
            found[path] = known[digest]._replace(stamp=stamp)
            continue
        facts = lower(data) if isinstance(data, bytes) else data
        interface, bodies = marshal.dumps(tuple(facts.interface)), marshal.dumps(facts.bodies)
        checksum = hashlib.blake2b(interface + bodies, digest_size=16).digest()
        if not isinstance(data, bytes):
            stamp = (0, 0, 0, 0)  # noqa: PLW2901  # what could not be read is asked again
        found[path] = Record(stamp, digest, name, offset, len(interface), len(bodies), checksum)
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
