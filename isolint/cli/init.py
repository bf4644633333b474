"""`isolint init`: propose what the project's own names mean, and write the configuration."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from isolint.campaign.showing import diff
from isolint.cli.always import with_traceback, with_version
from isolint.cli.progress import Progress
from isolint.cli.status import Status
from isolint.cli.streams import write as say
from isolint.cli.words import OneOf
from isolint.config import Config, load
from isolint.engine import Request, linked
from isolint.errors import UsageError
from isolint.init import fixtures
from isolint.init.draft import Draft, drafted
from isolint.init.proposal import Proposal
from isolint.init.proposing import ROLES, proposals
from isolint.init.report import as_json, as_text
from isolint.init.writing import write

FORMATS: Final = ("text", "json")


@click.command("init")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--write", "add", is_flag=True, help="Add to a configuration that is there already.")
@click.option("--format", "format_", type=OneOf(FORMATS), metavar="|".join(FORMATS), default="text",
              help="Lines for people, text, by default.")  # fmt: skip
@click.option("--fixtures", "fixture", is_flag=True,
              help="Write a fixture that gives each test a context into a conftest, and no configuration.")  # fmt: skip
@click.option("--root", metavar="FOLDER", help="Take this folder for the project's root.")
@click.option("--jobs", type=click.IntRange(min=0), default=0, help="How many processes; 0 is one a processor.")
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
@with_traceback
@with_version
def command(
    *, dry_run: bool, add: bool, format_: str, fixture: bool, root: str | None, jobs: int, no_cache: bool
) -> int:
    """Propose what the project's own names mean, and write the configuration.

    The rows go to [tool.isolint] at the end of pyproject.toml where there is one, else to isolint.toml. A
    configuration that is there already is left as it is, unless --write says otherwise.
    """
    if fixture and (add or format_ != FORMATS[0]):
        raise UsageError("--fixtures writes a conftest alone, so it goes without --write and --format")
    config = load([], cwd=Path.cwd(), root=None if root is None else Path(root))
    with Progress() as progress, linked(config, Request(jobs=jobs, cache=not no_cache, progress=progress)) as program:
        progress("proposing")
        if fixture:
            told = fixtures.draft(program, config.root)
        else:
            found = proposals(program)
    if fixture:
        say(_fixture(config, told, dry_run=dry_run))
        return Status.CLEAN
    new = [each for each in found if not each.pack]
    draft = drafted(config, new) if new and (add or config.file is None) else None
    if draft and not dry_run:
        write(draft)
    if format_ == "json":
        file = draft.file.name if draft else config.file.name if config.file else ""
        say(as_json(found, file, written=bool(draft) and not dry_run))
    else:
        say(as_text(found, [kind for kind, _ in ROLES]) + _ending(config, draft, new, dry_run=dry_run))
    return Status.CLEAN


def _fixture(config: Config, told: fixtures.Written | str, *, dry_run: bool) -> str:
    """What has become of the fixture; it is written unless that is a dry run."""
    if isinstance(told, str):
        return f"Nothing is written: {told}.\n"
    if dry_run:
        shown = diff({told.path: told.before}, {told.path: told.after})
        return f"A fixture would be written to {told.path}: {told.told}.\n\n{shown}"
    fixtures.write(config.root, told)
    return f"Written to {told.path}: {told.told}.\n"


def _ending(config: Config, draft: Draft | None, new: Sequence[Proposal], *, dry_run: bool) -> str:
    """What has become of the proposals."""
    if not new:
        return "\nNothing is written: nothing was found that isolint does not know.\n"
    if draft is None:
        name = config.file.name if config.file else ""
        return f"\n{name} is left as it is; `isolint init --write` adds what is proposed.\n"
    if dry_run:
        return f"\n{draft.file.name} would end with:\n\n{draft.addition}"
    return f"\nWritten to {draft.file.name}.\n"
