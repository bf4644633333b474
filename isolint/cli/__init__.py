"""The command line: one file a command, nothing but arguments and exit codes."""

from isolint.cli.ending import main

__all__ = ["main"]
