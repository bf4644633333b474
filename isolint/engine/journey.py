"""The journey: discover, read, lower, link, check, suppress; what nothing has changed for is not asked again."""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from isolint.cache import Cache, Reader, Record, cache_of
from isolint.config import Config
from isolint.engine.ingredients import ingredients
from isolint.engine.judging import Outcome, judged
from isolint.engine.lines import Lines
from isolint.engine.packs import vocabulary
from isolint.engine.plan import Plan, planned
from isolint.engine.reading import Established, Files, establish, read
from isolint.engine.request import Request
from isolint.engine.result import Result, result_of
from isolint.engine.results import Results
from isolint.finding import Fault
from isolint.program import Program, link
from isolint.program.testing.areas import Areas


@dataclass(frozen=True, slots=True)
class _Begun:
    """A run that knows its files and where their facts are, and has not read these; `at` is when it began, in ns."""

    plan: Plan
    files: Files
    cache: Cache
    established: Established
    at: int

    def keep(self, records: Mapping[str, Record]) -> None:
        if self.plan.request.cache:
            self.cache.keep(records, self.at)


@dataclass(frozen=True, slots=True)
class _Linked:
    """A program with the records that it was made from, and the files that it lacks."""

    program: Program
    records: Mapping[str, Record]
    faults: tuple[Fault, ...]


def check(config: Config, request: Request) -> Outcome:
    """The whole journey, or its end alone where an earlier run was asked the same about the same.

    Raises UsageError for what the user can mend.
    """
    with _begun(config, request) as begun:
        plan, records = begun.plan, begun.established.records
        results = Results(begun.cache.folder)
        lines = Lines(plan.config.root, request.overlay)
        if result := results.get(ingredients(plan, records)):
            request.progress("taking over what an earlier run found")
            begun.keep(records)
            return judged(plan, result, (), lines)
        with _linked(begun) as linked:
            result = _asked(plan, linked.program, lines)
            if lines.agree(linked.records):
                results.put(ingredients(plan, linked.records), result)
            return replace(judged(plan, result, linked.faults, lines), held=linked)


@contextmanager
def opened(config: Config, request: Request) -> Iterator[tuple[Outcome, Program]]:
    """The whole journey, whatever earlier runs found, with the program open to questions inside the `with`."""
    with _begun(config, request) as begun, _linked(begun) as linked:
        lines = Lines(begun.plan.config.root, request.overlay)
        result = _asked(begun.plan, linked.program, lines)
        yield judged(begun.plan, result, linked.faults, lines), linked.program


@contextmanager
def linked(config: Config, request: Request) -> Iterator[Program]:
    """The program alone, of which no rule asks anything, open to questions inside the `with`."""
    with _begun(config, request) as begun, _linked(begun) as made:
        yield made.program


@contextmanager
def _begun(config: Config, request: Request) -> Iterator[_Begun]:
    at = time.time_ns()
    plan = planned(config, request)
    request.progress(f"reading {len(plan.paths)} files")
    with _without_collection(), tempfile.TemporaryDirectory(prefix="isolint-") as temporary:
        spare = Path(temporary)
        cache = cache_of(config.root, spare) if request.cache else Cache(spare)
        files = Files(config.root, plan.paths, plan.found.stamps, request.overlay, request.jobs)
        yield _Begun(plan, files, cache, establish(files, cache), at)


@contextmanager
def _linked(begun: _Begun) -> Iterator[_Linked]:
    plan = begun.plan
    with closing(Reader(begun.cache.folder)) as reader:
        units, records, faults = read(begun.files, begun.established, begun.cache, reader)
        begun.keep(records)
        plan.request.progress("linking")
        asked = frozenset(plan.reported)
        numbers = [number for number, unit in enumerate(units) if unit.path in asked]
        words = vocabulary(plan.config, plan.packs, units)
        yield _Linked(link(units, numbers, words, Areas(plan.config.areas), plan.runner), records, faults)


def _asked(plan: Plan, program: Program, lines: Callable[[str], Sequence[str]]) -> Result:
    plan.request.progress("checking")
    return result_of(program, plan.asked, lines, plan.request.jobs or os.cpu_count() or 1)


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
