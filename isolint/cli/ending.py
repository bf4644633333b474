"""Ending: what a run comes to, as an exit status and at most one line on standard error."""

import contextlib
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from isolint.cli.app import app
from isolint.cli.status import Status
from isolint.cli.streams import tell
from isolint.errors import UsageError


def script() -> NoReturn:
    """The installed command: `main`, and then the end of the process at once.

    To free the facts of two million lines one by one takes most of a second that nobody has a use for.
    """
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else Status.CLEAN if end.code is None else Status.FAILED
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command that the arguments, by default the process's, ask for; ends the process."""
    # Facts are tuples without cycles. The engine itself looks for none; to begin with that once it has done its work
    # takes a second for two million lines, and finds nothing.
    gc.disable()
    sys.exit(_ended(arguments))


def _ended(arguments: Sequence[str] | None) -> int:
    try:
        # The name is fixed, or else `python -m isolint` completes nothing and calls itself `__main__.py`.
        status = app.main(None if arguments is None else list(arguments), "isolint", standalone_mode=False)
    except UsageError as error:
        tell(f"isolint: error: {error}")
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "isolint"
        tell(f"isolint: error: {error.format_message().rstrip('.')}; see `{command} --help`")
    except click.ClickException as error:
        tell(f"isolint: error: {error.format_message()}")
    except (KeyboardInterrupt, click.Abort):
        tell("isolint: interrupted")
        return Status.INTERRUPTED
    except Exception as error:  # noqa: BLE001  # whatever it is, it has to come to status 2
        tell(f"isolint: internal error: {_described(error)}; `isolint --traceback ...` says where")
    else:
        return status if isinstance(status, int) else Status.CLEAN
    return Status.FAILED


def _described(error: Exception) -> str:
    text = str(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
