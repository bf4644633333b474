"""`isolint fix`: fix a whole project, area by area, and put on record how far it is."""

import sys

import click

from isolint.campaign.areas import Areas
from isolint.campaign.dashboard import watcher
from isolint.campaign.history import append, read
from isolint.campaign.running import Wanted, fix
from isolint.campaign.tally import run_of, state_of
from isolint.cli.fixes import told
from isolint.cli.lost import lost
from isolint.cli.places import given
from isolint.cli.selection import Selection, with_selection
from isolint.cli.status import Status
from isolint.cli.streams import tell
from isolint.cli.words import Words, joined
from isolint.engine import Request


@click.command("fix")
@click.argument("paths", nargs=-1)
@with_selection
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="Those that change behaviour, too.")
@click.option("--area", "areas", metavar="NAMES", type=Words(), multiple=True, callback=joined,
              help="Fix these areas alone.")  # fmt: skip
@click.option("--verify", metavar="COMMAND", default="",
              help="Keep the fixes of an area only if this passes, as `pytest -q {tests}`.")  # fmt: skip
@click.option("--record/--no-record", default=True, help="Put the figures into the history, or leave it as it is.")
def command(
    *, paths: tuple[str, ...], selection: Selection, unsafe: bool, areas: tuple[str, ...], verify: str, record: bool
) -> int:
    """Fix a whole project, area by area, and put on record how far it is.

    PATHS are files and folders; without any, the configured ones, else the current folder. Every file is proved before
    it is written. What the baseline holds back is fixed, too: it is accepted for now, not repaired. A terminal shows
    how far each area is; elsewhere it is told in lines. `isolint report` tells what is left.

    Exit status: 0 also where something is left, 2 misuse, bad configuration or a crash, 130 interrupted.
    """
    config = selection.configured(paths)
    mine = Areas(config)
    history = config.root / config.history
    runs = read(history) if record else ()
    terminal = sys.stderr is not None and sys.stderr.isatty()
    request = Request(given=paths, jobs=selection.jobs, cache=not selection.no_cache, baseline=False)
    with watcher(sys.stderr, terminal=terminal, owners=mine.owners) as watching:
        wanted = Wanted(unsafe, lambda path: mine.of(path).name, verify, frozenset(areas))
        done = fix(config, request, wanted, watching)
    for note in (*done.after.report.notes, *done.notes):
        tell(f"isolint: note: {note}")
    for line in told(done.fixing, would=False):
        tell(f"isolint: {line}")
    if lost(done.after.report, "nothing is recorded"):
        return Status.FAILED
    if record:
        state = state_of(done.after, config, fixing=done.fixing, runs=runs, given=given(config, paths))
        append(history, run_of(state, done.fixing))
    return Status.CLEAN
