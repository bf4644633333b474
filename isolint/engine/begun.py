"""Begun: the first half of a journey: a run that knows its files and where their facts are, and has not read these."""

import gc
import os
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from isolint.cache import Cache, Record, cache_of
from isolint.config import Config
from isolint.engine.plan import Plan, planned
from isolint.engine.reading import Established, Files, establish
from isolint.engine.request import Request


@dataclass(frozen=True, slots=True)
class Begun:
    """What is known before any facts are read; `at` is when the run began, in ns."""

    plan: Plan
    files: Files
    cache: Cache
    established: Established
    at: int

    @property
    def jobs(self) -> int:
        """How many processes may work."""
        return self.plan.request.jobs or os.cpu_count() or 1

    def keep(self, records: Mapping[str, Record]) -> None:
        """Let the next run know where the facts are."""
        if self.plan.request.cache:
            self.cache.keep(records, self.at)


@contextmanager
def begun(config: Config, request: Request) -> Iterator[Begun]:
    """Discover the files, and find or make their facts; raises UsageError for what the user can mend."""
    at = time.time_ns()
    plan = planned(config, request)
    request.progress(f"reading {len(plan.paths)} files")
    with _without_collection(), tempfile.TemporaryDirectory(prefix="isolint-") as temporary:
        spare = Path(temporary)
        cache = cache_of(config.root, spare) if request.cache else Cache(spare)
        files = Files(config.root, plan.paths, plan.found.stamps, request.overlay, request.jobs, request.lower)
        yield Begun(plan, files, cache, establish(files, cache), at)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Facts are tuples without cycles: looking for some costs more than all the rest of a run."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()  # or else the next collection goes through all of them
            gc.enable()
