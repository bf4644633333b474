"""Dask: files lowered on a cluster, whose workers are sent the bytes of files and send back facts.

They are not told to read the files themselves: a worker that sees the same root may see another checkout there, and
one whose files are sent needs no file system. Each file is read once, here, so what is lowered is what was hashed. The
bytes go as arguments of their task, for what is scattered to a worker is lost with it, while a task is begun anew.
"""

import logging
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any, Final, NamedTuple

from dask.utils import SerializableLock
from distributed import Client, Future, KilledWorker, wait
from distributed import TimeoutError as DaskTimeoutError
from distributed.comm import CommClosedError
from distributed.versions import VersionMismatchWarning

from isolint.cache import KEY, Record
from isolint.engine.jobs import Job, Lowered, content
from isolint.engine.lowering import ALONE, lower_files, lower_here, segment_of
from isolint.engine.pool import lower_suspects
from isolint.engine.segments import write
from isolint.errors import UsageError

CHUNK: Final = 1_000_000  # bytes of a task's files: a few tenths of a second
PATIENCE: Final = 60  # seconds without a result before it is asked whether there are workers at all
HERE: Final = f"{__name__}:KEY"
RETRIES: Final = 2
AHEAD: Final = 3  # tasks at the scheduler for each thread of a worker; the files of the others are not read yet


class _Facts(NamedTuple):
    """What a worker sends back: what isolint it has, and a segment that is to be written here."""

    key: bytes
    name: str
    records: dict[str, Record]
    data: bytes


@dataclass(frozen=True, slots=True)
class Dask:
    """A way of lowering: on the cluster of a scheduler, and here what the cluster does not get done."""

    address: str

    def __call__(self, job: Job, workers: int) -> Lowered:
        """Lower; raises UsageError for a cluster that is not there, is lost, or has another isolint."""
        if len(job.files) < ALONE:  # they are lowered sooner than the cluster answers
            return lower_files(job, workers)
        run = _Run(job)
        try:
            with _quiet(), self._client() as client:
                self._agreed(client)
                suspects = run.through(client, self.address)
        except (CancelledError, CommClosedError):
            raise UsageError(f"--scheduler: {self.address!r} was lost during the run") from None
        records, faults = lower_files(job.of(run.here), workers)
        records.update(run.records)
        return Lowered(records, (*faults, *lower_suspects(lower_here, suspects, records)))

    def _client(self) -> Client:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", VersionMismatchWarning)  # what matters of that is asked below
                return Client(self.address)
        except (OSError, ValueError) as error:  # the second: it is no address
            told = str(error).partition("\n")[0]
            raise UsageError(f"--scheduler: {self.address!r} does not answer: {told}") from None

    def _agreed(self, client: Client) -> None:
        """Ask all for their isolint by a function of Python's own: a worker dies on one of a module that it lacks."""
        told = client.run(resolve_name, HERE, on_error="return")
        try:
            told[self.address] = client.run_on_scheduler(resolve_name, HERE)
        except (ImportError, AttributeError) as error:
            told[self.address] = error
        for address, key in sorted(told.items()):
            if isinstance(key, (ImportError, AttributeError)):
                raise UsageError(f"--scheduler: {address!r} has no isolint like this one: {key}")
            if isinstance(key, bytes):
                _same(key, address)


class _Run:
    """One job on its way through the cluster; `here` are the files that it has nothing to do with."""

    def __init__(self, job: Job) -> None:
        self.records: dict[str, Record] = {}
        self.here: list[tuple[str, Any]] = []
        self._job = job

    def through(self, client: Client, address: str) -> list[Job]:
        """Lower what has to be lowered; returns the chunks that workers died with, again and again."""
        lock = SerializableLock("isolint-lowering")
        chunks = self._chunks()
        pending: dict[Future, Job] = {}
        suspects: list[Job] = []
        while True:
            room = max(AHEAD * sum(client.nthreads().values()), 1) - len(pending)
            for _, chunk in zip(range(room), chunks, strict=False):
                pending[client.submit(_made, chunk, lock, pure=False, retries=RETRIES)] = chunk
            if not pending:
                return suspects
            for future in _done(client, list(pending), address):
                chunk = pending.pop(future)
                try:
                    self._take(_result(client, future, address), address)
                except KilledWorker:
                    suspects.append(chunk)

    def _chunks(self) -> Iterator[Job]:
        """Portions of the files with their bytes, large files first."""
        files: list[tuple[str, Any]] = []
        overlay: dict[str, bytes] = {}
        size = 0
        for path, stamp in sorted(self._job.files, key=lambda file: -file[1][0]):
            data = content(self._job, path)
            if not isinstance(data, bytes):
                self.here.append((path, stamp))
                continue
            files.append((path, stamp))
            overlay[path] = data
            size += len(data)
            if size >= CHUNK:
                yield self._job._replace(files=tuple(files), overlay=overlay)
                files, overlay, size = [], {}, 0
        if files:
            yield self._job._replace(files=tuple(files), overlay=overlay)

    def _take(self, facts: _Facts, address: str) -> None:
        _same(facts.key, address)  # a worker may have come late
        write(self._job.folder, facts.name, facts.data)
        self.records.update(facts.records)


@contextmanager
def _quiet() -> Iterator[None]:
    """Of what happens to workers, the client would tell on standard error; here only what comes of it matters."""
    log = logging.getLogger("distributed.client")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _same(key: bytes, address: str) -> None:
    if key != KEY:
        raise UsageError(f"--scheduler: {address!r} has isolint {key.decode()}, and this is {KEY.decode()}")


def _made(chunk: Job, lock: SerializableLock) -> _Facts:
    """What a worker does; one task of a process at a time, for lowering sets the interpreter's recursion limit."""
    with lock:
        segment = segment_of(chunk)
    return _Facts(KEY, segment.name, segment.records, segment.data)


def _done(client: Client, pending: list[Future], address: str) -> list[Future]:
    """The tasks that ended, once there are some."""
    while True:
        try:
            return list(wait(pending, timeout=PATIENCE, return_when="FIRST_COMPLETED").done)
        except DaskTimeoutError:
            _staffed(client, address)


def _result(client: Client, future: Future, address: str) -> _Facts:
    """What a task gave; where it is lost with its worker, the task is done once more."""
    while True:
        try:
            return future.result(timeout=PATIENCE)  # type: ignore[no-any-return]
        except DaskTimeoutError:
            _staffed(client, address)


def _staffed(client: Client, address: str) -> None:
    if not client.nthreads():
        raise UsageError(f"--scheduler: {address!r} has no workers")
