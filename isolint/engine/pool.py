"""Pool: jobs done by worker processes, which may die of a file."""

import gc
import multiprocessing
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeAlias

from isolint.cache import Record
from isolint.engine.interrupts import without_interrupts
from isolint.engine.jobs import Job
from isolint.finding import Fault

Lower: TypeAlias = Callable[[Job], dict[str, Record]]


def lower_suspects(lower: Lower, suspects: Sequence[Job], records: dict[str, Record]) -> tuple[Fault, ...]:
    """Lower what workers died with into `records`; returns the files that they die on.

    A worker that dies takes the work of all others along, so each job is tried alone, and in ever fewer files.
    """
    faults: list[Fault] = []
    broken = list(suspects)
    while broken:
        suspect = broken.pop()
        if not run(lower, [suspect], 1, records):
            continue
        if len(suspect.files) == 1:
            faults.append(Fault(suspect.files[0][0], "a worker died on this file"))
        else:
            middle = len(suspect.files) // 2
            broken += [suspect.of(suspect.files[:middle]), suspect.of(suspect.files[middle:])]
    return tuple(sorted(faults, key=lambda fault: fault.path))


def run(lower: Lower, jobs: Sequence[Job], workers: int, records: dict[str, Record]) -> list[Job]:
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
                        futures.append((job, pool.submit(lower, job)))
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
