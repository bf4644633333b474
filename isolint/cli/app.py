"""App: the commands, each loaded only when it is asked for."""

import os
import traceback
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, cast

import click

from isolint.cli.always import TRACEBACK, with_traceback, with_version
from isolint.errors import UsageError, nearest

COMMANDS: Final[Mapping[str, str]] = MappingProxyType({
    "check": "Find code that lets one user's state reach another's.",
    "facts": "Read a share of the files, and write what they say for a run elsewhere.",
    "fix": "Fix a whole project, area by area, and put on record how far it is.",
    "rules": "List the rules.",
    "explain": "Explain rules: what they find, why, and what to do instead.",
    "debug": "Say what is known about one line, and why it was or was not flagged.",
    "init": "Propose what the project's own names mean, and write the configuration.",
    "report": "Tell how far the project is: by area, rule and file, and over time.",
    "baseline": "Record today's findings, so that later runs show what is new.",
})  # fmt: skip


class App(click.Group):
    """The group of commands; `--help` lists them without loading any."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's interface
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", import_module(f"isolint.cli.{cmd_name}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            message = f"unknown command {args[0]!r}, {nearest(args[0], COMMANDS)}"
            raise UsageError(message)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:  # click's interface
        try:
            return super().invoke(ctx)
        except Exception as error:
            known = isinstance(error, (UsageError, click.ClickException, click.exceptions.Exit, click.Abort))
            if not known and (ctx.meta.get(TRACEBACK) or os.environ.get("ISOLINT_TRACEBACK")):
                traceback.print_exc()
            raise


@click.command(cls=App, no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@with_traceback
@with_version
def app() -> None:
    """Find code that lets one user's state reach another's."""
