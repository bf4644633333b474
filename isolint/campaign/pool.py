"""Pool: the same work on many files, in processes side by side; a process that dies costs one file."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from isolint.change import Change
from isolint.engine.interrupts import without_interrupts

FEW: Final = 4  # files below which processes cost more than they save

Fixes = Mapping[str, Sequence[Change]]
Made = TypeVar("Made")
Work = Callable[[str, bytes, Fixes], Made]


def side_by_side(
    work: Work[Made], wanted: Mapping[str, tuple[bytes, Fixes]], jobs: int, lost: Work[Made]
) -> Iterator[tuple[str, Made]]:
    """What `work` makes of each file, as soon as it is made; `lost` stands in for a file that a process died on."""
    if jobs < 2 or len(wanted) < FEW or multiprocessing.current_process().daemon:  # noqa: PLR2004  # two
        yield from ((path, work(path, *given)) for path, given in wanted.items())
        return
    done = set()
    try:
        for path, made in _pooled(work, wanted, jobs):
            done.add(path)
            yield path, made
    except BrokenProcessPool:
        for path in wanted.keys() - done:
            try:
                yield from _pooled(work, {path: wanted[path]}, 1)
            except BrokenProcessPool:
                yield path, lost(path, *wanted[path])


def _pooled(work: Work[Made], wanted: Mapping[str, tuple[bytes, Fixes]], jobs: int) -> Iterator[tuple[str, Made]]:
    with without_interrupts():
        pool = ProcessPoolExecutor(jobs)
        futures: dict[Future[Made], str] = {pool.submit(work, path, *given): path for path, given in wanted.items()}
    try:
        for each in as_completed(futures):
            yield futures[each], each.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
