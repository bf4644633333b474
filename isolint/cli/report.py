"""`isolint report`: tell how far the project is: by area, rule and file, and over time."""

from pathlib import Path

import click

from isolint import atomic
from isolint.campaign.history import append, read
from isolint.campaign.pages import FORMATS, render
from isolint.campaign.tally import run_of, state_of
from isolint.cli.lost import lost
from isolint.cli.places import given
from isolint.cli.progress import Progress
from isolint.cli.selection import Selection, with_selection
from isolint.cli.status import Status
from isolint.cli.streams import tell, write
from isolint.cli.words import OneOf
from isolint.engine import Request, check
from isolint.errors import UsageError, reason


@click.command("report")
@click.argument("paths", nargs=-1)
@with_selection
@click.option("--format", "format_", type=OneOf(FORMATS), metavar="|".join(FORMATS), default="text",
              help="How it is told; text by default.")  # fmt: skip
@click.option("--output", metavar="FILE", help="Write it to this file instead of standard output.")
@click.option("--record/--no-record", default=True, help="Put the figures into the history, or leave it as it is.")
def command(*, paths: tuple[str, ...], selection: Selection, format_: str, output: str | None, record: bool) -> int:
    """Tell how far the project is: by area, rule and file, and over time.

    PATHS are files and folders; without any, the configured ones, else the current folder. What the baseline holds
    back counts, too: it is accepted for now, not repaired. The figures are added to .isolint-history.jsonl, unless the
    configuration names another file, and later reports show how they change.

    Exit status: 0 also where there are findings, 2 misuse, bad configuration or a crash, 130 interrupted.
    """
    target = None if output is None else _writable(output)
    config = selection.configured(paths)
    history = config.root / config.history
    runs = read(history)
    with Progress() as progress:
        request = Request(
            given=paths, jobs=selection.jobs, cache=not selection.no_cache, baseline=False, progress=progress
        )
        outcome = check(config, request)
    for note in outcome.report.notes:
        tell(f"isolint: note: {note}")
    state = state_of(outcome, config, runs=runs, given=given(config, paths))
    page = render(format_, state)
    if target is None:
        write(page)
    else:
        _put(target, page)
    if lost(outcome.report, "nothing is recorded"):
        return Status.FAILED
    if record:
        append(history, run_of(state))
    return Status.CLEAN


def _writable(name: str) -> Path:
    """The file, whose folder must exist: better known now than after a long run."""
    path = Path(name)
    if path.is_dir():
        raise UsageError(f"--output: {name!r} is a folder")
    if not path.parent.is_dir():
        raise UsageError(f"--output: folder {str(path.parent)!r} does not exist")
    return path


def _put(path: Path, text: str) -> None:
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device stays one
        else:
            atomic.write(path, data)
    except OSError as error:
        message = f"--output: {str(path)!r} cannot be written: {reason(error)}"
        raise UsageError(message) from None
