"""Destination: a file that a report goes to, written whole or not at all."""

from dataclasses import dataclass
from pathlib import Path

import click

from isolint import atomic
from isolint.errors import UsageError, nearest, reason
from isolint.report import FORMATS


@dataclass(frozen=True, slots=True)
class Destination:
    """A file and the format that it gets."""

    format: str
    path: Path

    def write(self, text: str) -> None:
        """Write the report; raises UsageError where that fails."""
        try:
            target = self.path.resolve()  # a link stays a link
            if target.exists() and not target.is_file():
                target.write_text(text, encoding="utf-8", newline="\n")  # a pipe or a device stays one
            else:
                atomic.write(target, text.encode())
        except OSError as error:
            message = f"--output: {str(self.path)!r} cannot be written: {reason(error)}"
            raise UsageError(message) from None


class FormatAndFile(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.3
    """`FORMAT:FILE`."""

    name = "destination"

    def convert(
        self, value: str | Destination, param: click.Parameter | None, ctx: click.Context | None
    ) -> Destination:
        """The destination, whose folder must exist: better now than after a long run."""
        if isinstance(value, Destination):
            return value
        format_, colon, name = value.partition(":")
        if not colon or not name:
            self.fail(f"expected FORMAT:FILE, not {value!r}", param, ctx)
        if format_ not in FORMATS:
            message = f"--output: format {format_!r} is unknown, {nearest(format_, FORMATS)}"
            raise UsageError(message)
        if name == "-":
            self.fail("standard output gets what --format says", param, ctx)
        path = Path(name)
        if path.is_dir() or not path.parent.is_dir():
            what = f"{name!r} is a folder" if path.is_dir() else f"folder {str(path.parent)!r} does not exist"
            self.fail(what, param, ctx)
        return Destination(format_, path)
