"""Delivery: a report to files and to standard output, in the formats that were asked for."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import click

from isolint.cli.destination import Destination, FormatAndFile
from isolint.cli.gathering import gathered
from isolint.cli.streams import encoding, tell, write
from isolint.cli.words import OneOf
from isolint.engine import Outcome
from isolint.finding import Report
from isolint.report import FORMATS, SHOWN_BY_GITHUB, Style, render, wants_color
from isolint.report.color import Choice
from isolint.report.summary import summary

FOR_PEOPLE: Final = frozenset({"text", "concise"})
COLORS: Final = ("auto", "always", "never")
_OPTIONS: Final = (
    click.option(
        "--format",
        type=OneOf(FORMATS),
        metavar="|".join(FORMATS),
        default="text",
        help="How standard output tells it; text by default.",
    ),
    click.option(
        "--output",
        "files",
        type=FormatAndFile(),
        metavar="FORMAT:FILE",
        multiple=True,
        help="Write the report to a file too; may be given several times.",
    ),
    click.option("--color", type=OneOf(COLORS), metavar="|".join(COLORS), default="auto", help="When to use colours."),
    click.option("-q", "--quiet", is_flag=True, help="Tell findings alone, no summary."),
    click.option("--statistics", is_flag=True, help="Tell how often each rule was found, too."),
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where a report goes, and how."""

    format: str
    files: tuple[Destination, ...]
    color: Choice
    quiet: bool
    statistics: bool

    def hand_over(self, outcome: Outcome) -> None:
        """Write the report everywhere; what is not part of a format goes to standard error."""
        report = outcome.report
        for file in self.files:
            file.write(render(file.format, report, outcome.rules, outcome.lines, Style()))
        style = _style(self.color)
        text = render(self.format, report, outcome.rules, outcome.lines, style)
        for_people = self.format in FOR_PEOPLE
        if self.quiet and for_people:
            text = _without_summary(text, report)
        table = "".join(f"{line}\n" for line in _statistics(report)) if self.statistics else ""
        write(text + table if for_people else text)
        if table and not for_people:
            for line in table.splitlines():
                tell(line)
        formats = {self.format, *(file.format for file in self.files)}
        if "sarif" in formats and len(report.findings) > SHOWN_BY_GITHUB:
            tell(f"isolint: note: of {len(report.findings)} findings in SARIF GitHub shows {SHOWN_BY_GITHUB}")


def _style(color: Choice) -> Style:
    terminal = sys.stdout is not None and sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal else Style().width
    return Style(wants_color(color, os.environ, terminal), width, encoding())


def _without_summary(text: str, report: Report) -> str:
    tail = "".join(f"{line}\n" for line in summary(report, encoding()))
    findings = text.removesuffix(tail).rstrip("\n")
    return f"{findings}\n" if findings else ""


def _statistics(report: Report) -> Iterator[str]:
    """How often each rule was found, the most frequent first."""
    counts = Counter((finding.code, finding.name) for finding in report.findings)
    rows: Sequence[tuple[tuple[str, str], int]] = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    width = max((len(str(count)) for _, count in rows), default=0)
    for (code, name), count in rows:
        yield f"{count:>{width}}  {code}  {name}"


with_delivery: Final = gathered("delivery", Delivery, _OPTIONS)
