"""The report as workflow commands of GitHub Actions, which annotate a change without code scanning."""

from collections.abc import Mapping
from typing import Final

from isolint.finding import Fault, Finding, Report, Severity
from isolint.report import Lines
from isolint.report.style import Style
from isolint.rules import Rule

_COMMANDS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, rules: Mapping[str, Rule], _lines: Lines, _style: Style) -> str:
    """One command a line; a file that was given up on is an error too, since it went unchecked."""
    faults = [_unchecked(fault) for fault in report.faults]
    return "".join(
        f"{line}\n" for line in [*faults, *(_annotation(item, rules[item.code]) for item in report.findings)]
    )


def _annotation(finding: Finding, rule: Rule) -> str:
    where: dict[str, str | int] = {"file": finding.path, "line": finding.line, "endLine": finding.end_line}
    # Columns are valid only where the range stays on one line:
    # https://docs.github.com/en/rest/checks/runs#create-a-check-run
    if finding.line == finding.end_line:
        where |= {"col": finding.column, "endColumn": finding.end_column}
    # The log shows the text alone, without the file: the place stands in both.
    text = f"{finding.path}:{finding.line}:{finding.column}: {finding.code} {finding.message}\n{rule.instead}"
    return _command(_COMMANDS[finding.severity], f"isolint {finding.code} {finding.name}", where, text.rstrip("\n"))


def _unchecked(fault: Fault) -> str:
    return _command("error", "isolint", {"file": fault.path}, f"{fault.path}: not checked: {fault.message}")


def _command(name: str, title: str, where: Mapping[str, str | int], text: str) -> str:
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in {"title": title, **where}.items())
    return f"::{name} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
