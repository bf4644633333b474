"""`isolint debug`: what is known about one line, and why it was or was not flagged."""

import re
from typing import Final

import click

from isolint.cli.progress import Progress
from isolint.cli.selection import Selection, with_selection
from isolint.cli.status import Status
from isolint.cli.streams import write
from isolint.engine import Request
from isolint.engine.debugging import debug

PLACE: Final = re.compile(r"(?P<file>.+?):(?P<line>[0-9]+)(?::[0-9]+)?:?")


@click.command("debug")
@click.argument("place", metavar="FILE:LINE")
@with_selection
def command(*, place: str, selection: Selection) -> int:
    """Say what is known about one line, and why it was or was not flagged.

    A column behind the line, as reports have it, is passed over.
    """
    read = PLACE.fullmatch(place)
    if read is None:
        message = f"expected FILE:LINE, not {place!r}"
        raise click.UsageError(message, click.get_current_context())
    config = selection.configured([read["file"]])
    with Progress() as progress:
        request = Request(jobs=selection.jobs, cache=not selection.no_cache, progress=progress)
        lines = debug(config, request, read["file"], int(read["line"]))
    write("".join(f"{line}\n" for line in lines))
    return Status.CLEAN
