"""The command line: one file a command, nothing but arguments and exit codes."""

from isolint.cli.ending import main, script

__all__ = ["main", "script"]
