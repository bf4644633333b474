"""`isolint baseline`: record today's findings, so that later runs show what is new."""

import click

from isolint.baseline import write
from isolint.cli.lost import lost
from isolint.cli.progress import Progress
from isolint.cli.selection import Selection, with_selection
from isolint.cli.status import Status
from isolint.cli.streams import tell
from isolint.cli.streams import write as say
from isolint.engine import Request, check


@click.command("baseline")
@with_selection
def command(*, selection: Selection) -> int:
    """Record today's findings, so that later runs show what is new.

    What `isolint check` without paths would show now is written to .isolint-baseline.json, unless the configuration
    names another file. What was recorded before and is found no more is dropped.
    """
    config = selection.configured(())
    with Progress() as progress:
        request = Request(jobs=selection.jobs, cache=not selection.no_cache, baseline=False, progress=progress)
        report = check(config, request).report
    for note in report.notes:
        tell(f"isolint: note: {note}")
    if lost(report, "nothing is recorded"):
        return Status.FAILED
    write(config.root / config.baseline, report.findings)
    count = len(report.findings)
    say(f"Recorded {count} finding{'' if count == 1 else 's'} in {config.baseline}.\n")
    return Status.CLEAN
