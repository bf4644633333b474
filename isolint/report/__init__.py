"""What a run found, in the form that was asked for: one format a file, loaded only when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Final, Protocol, cast

from isolint.errors import UsageError, nearest
from isolint.finding import Finding, Report
from isolint.report.color import wants_color
from isolint.report.style import Style
from isolint.rules import Rule

__all__ = ["FORMATS", "SHOWN_BY_GITHUB", "Lines", "Style", "render", "wants_color"]

FORMATS: Final = ("text", "concise", "json", "json-lines", "sarif", "github")

# GitHub keeps this many results of a SARIF run, the most severe ones, and refuses more than 25,000:
# https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
SHOWN_BY_GITHUB: Final = 5_000

Lines = Callable[[str], Sequence[str]]
"""The source lines of a root-relative path, broken at LF, CR and CRLF alone; empty for a file that cannot be read.

Either each with its line end, or all without, as from `text.split("\\n")`: then a final newline shows as a last "".
"""


class _Format(Protocol):
    def render(self, report: Report, rules: Mapping[str, Rule], lines: Lines, style: Style) -> str: ...


def render(format: str, report: Report, rules: Mapping[str, Rule], lines: Lines, style: Style) -> str:  # noqa: A002
    """The whole report, ending with a newline unless it is empty; it can be written in `style.encoding`.

    `rules` are those that ran, by code; every code in `report` is among them. Raises UsageError on an unknown format.
    """
    if format not in FORMATS:
        msg = f"format: {format!r} is unknown; {nearest(format, FORMATS)}"
        raise UsageError(msg)
    module = cast("_Format", import_module(f"isolint.report.{format.replace('-', '_')}"))
    ordered = replace(report, findings=tuple(sorted(report.findings, key=_by_place)))
    text = module.render(ordered, rules, lines, style)
    return text.encode(style.encoding, "backslashreplace").decode(style.encoding)


def _by_place(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.path, finding.line, finding.column, finding.code, finding.fingerprint
