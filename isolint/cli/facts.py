"""`isolint facts`: read a share of the files, and write what they say for a run elsewhere."""

import re
from pathlib import Path
from typing import Final

import click

from isolint.cli.always import with_traceback, with_version
from isolint.cli.executors import Executors, with_executors
from isolint.cli.progress import Progress
from isolint.cli.selection import configured
from isolint.cli.status import Status
from isolint.cli.streams import tell, write
from isolint.cli.words import Words, joined
from isolint.config import Overrides
from isolint.engine import Request
from isolint.engine.shards import Shard, write_shard
from isolint.report.summary import count

SHARE: Final = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


class Share(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.3
    """`3/16`, the third of sixteen shares."""

    name = "share"

    def convert(self, value: str | Shard, param: click.Parameter | None, ctx: click.Context | None) -> Shard:
        """The share."""
        if isinstance(value, Shard):
            return value
        read = SHARE.fullmatch(value)
        shard = Shard(int(read[1]), int(read[2])) if read else Shard(0)
        if not 1 <= shard.number <= shard.of:
            self.fail(f"expected N/M with N from 1 to M, as 3/16, not {value!r}", param, ctx)
        return shard


@click.command("facts")
@click.argument("paths", nargs=-1)
@click.option("--out", metavar="FOLDER", required=True, help="Where to write; the file's name tells the share.")
@click.option(
    "--shard", type=Share(), metavar="N/M", default=Shard(), help="Share N of M of the files; by default all."
)
@with_executors
@click.option("--force-exclude", is_flag=True, help="Leave out what is excluded even if it is given.")
@click.option("--exclude", metavar="PATTERNS", type=Words(), multiple=True, callback=joined,
              help="Leave out what these gitignore-style patterns name.")  # fmt: skip
@click.option("--config", metavar="FILE", help="Read this configuration instead of the root's own.")
@click.option("--root", metavar="FOLDER", help="Take this folder for the project's root.")
@click.option("--jobs", type=click.IntRange(min=0), default=0, help="How many processes; 0 is one a processor.")
@with_traceback
@with_version
def command(  # noqa: PLR0913  # each is an option
    *,
    paths: tuple[str, ...],
    out: str,
    shard: Shard,
    executors: Executors,
    force_exclude: bool,
    exclude: tuple[str, ...],
    config: str | None,
    root: str | None,
    jobs: int,
) -> int:
    """Read a share of the files, and write what they say for a run elsewhere.

    PATHS are files and folders; without any, the configured ones, else the current folder. `isolint check --facts`
    takes what is written here. No rule is asked, and no cache is read or written. The same files give the same bytes.

    Exit status: 0 written, 2 misuse, bad configuration or a crash, 130 interrupted.
    """
    chosen = configured(paths, root, config, Overrides(exclude=exclude))
    with Progress() as progress:
        request = Request(
            given=paths, force_exclude=force_exclude, jobs=jobs, progress=progress, lower=executors.lowering()
        )
        written = write_shard(chosen, request, shard, Path(out))
    if written.faults:
        files = ", ".join(each.path for each in written.faults)
        tell(f"isolint: error: nothing is written, since a worker died: {files}")
        return Status.FAILED
    write(f"Wrote {written.path}: {count(written.files, 'file')}.\n")
    return Status.CLEAN
