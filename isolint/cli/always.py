"""Always: the options that the program and its commands share."""

from typing import Final

import click

from isolint import __version__

TRACEBACK: Final = "isolint.traceback"
"""The key in a context's `meta` under which it stands that a traceback is wanted."""


def _remember(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's interface
    if value:
        ctx.meta[TRACEBACK] = True


with_traceback: Final = click.option(
    "--traceback",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="Show where isolint itself failed; ISOLINT_TRACEBACK=1 does too.",
)
with_version: Final = click.version_option(
    __version__, "-V", "--version", prog_name="isolint", message="%(prog)s %(version)s"
)
