"""The journey: discover, read, lower, link, check, suppress; what nothing has changed for is not asked again.

What links and asks is imported only where it runs: it is most of isolint.
"""

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from isolint.config import Config
from isolint.engine.begun import begun
from isolint.engine.ingredients import ingredients
from isolint.engine.judging import Outcome, judged
from isolint.engine.lines import Lines
from isolint.engine.request import Request
from isolint.engine.results import Results

if TYPE_CHECKING:
    from collections.abc import Iterator

    from isolint.program import Program


def check(config: Config, request: Request) -> Outcome:
    """The whole journey, or its end alone where an earlier run was asked the same about the same.

    Raises UsageError for what the user can mend.
    """
    with begun(config, request) as run:
        plan, records = run.plan, run.established.records
        results = Results(run.cache.folder)
        lines = Lines(plan.config.root, request.overlay)
        asked = dict.fromkeys((plan.reported, plan.paths))  # what is known of all files holds for some of them
        keys = [ingredients(plan, records, files) for files in asked]
        if result := next((known for key in keys if (known := results.get(key, run.established, lines))), None):
            request.progress("taking over what an earlier run found")
            run.keep(records)
            return judged(plan, result, (), lines)
        from isolint.engine.completing import linking, result_of

        with linking(run) as linked:
            result = result_of(run, linked.program, lines)
            if lines.agree(linked.records):
                results.put(ingredients(plan, linked.records, plan.reported), result, linked.records, lines)
            return replace(judged(plan, result, linked.faults, lines), held=linked)


@contextmanager
def opened(config: Config, request: Request) -> "Iterator[tuple[Outcome, Program]]":
    """The whole journey, whatever earlier runs found, with the program open to questions inside the `with`."""
    from isolint.engine.completing import linking, result_of

    with begun(config, request) as run, linking(run) as linked:
        lines = Lines(run.plan.config.root, request.overlay)
        result = result_of(run, linked.program, lines)
        yield judged(run.plan, result, linked.faults, lines), linked.program


@contextmanager
def linked(config: Config, request: Request) -> "Iterator[Program]":
    """The program alone, of which no rule asks anything, open to questions inside the `with`."""
    from isolint.engine.completing import linking

    with begun(config, request) as run, linking(run) as made:
        yield made.program
