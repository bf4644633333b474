"""Streams: standard output and standard error, whoever reads them, in whatever encoding."""

import contextlib
import errno
import os
import sys

import click

from isolint.errors import UsageError, reason


def encoding() -> str:
    """The encoding of standard output."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def write(text: str) -> None:
    """Text to standard output; a reader that has gone away is no error, a full disk is a UsageError."""
    sendable = text.encode(encoding(), "backslashreplace").decode(encoding())
    try:
        click.echo(sendable, nl=False, color=True)
    except OSError as error:
        _silence()
        # Windows says EINVAL where the other end of a pipe is closed.
        gone = isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)
        if not gone:
            message = f"standard output cannot be written: {reason(error)}"
            raise UsageError(message) from None


def tell(text: str) -> None:
    """One line to standard error, without what could rewrite a terminal."""
    line = " ".join(text.splitlines())
    shown = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)
    with contextlib.suppress(OSError):
        click.echo(shown, err=True)


def _silence() -> None:
    """Lead standard output nowhere, or else the interpreter complains about it once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
