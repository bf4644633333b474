"""The report with one line a finding."""

from collections.abc import Mapping

from isolint.finding import Finding, Report
from isolint.report import Lines
from isolint.report.style import Style
from isolint.report.summary import summary
from isolint.report.terminal import one_line, printable
from isolint.rules import Rule


def render(report: Report, _rules: Mapping[str, Rule], _lines: Lines, style: Style) -> str:
    """`path:line:column: CODE message [name]`, as editors and grep read it, then the summary."""
    found = [_line(finding, style) for finding in report.findings]
    return "\n".join([*found, *summary(report, style.encoding), ""])


def _line(finding: Finding, style: Style) -> str:
    path = style.paint(printable(finding.path, style.encoding), "strong")
    code = style.paint(finding.code, finding.severity)
    message = one_line(finding.message, style.encoding)
    return f"{path}:{finding.line}:{finding.column}: {code} {message} [{finding.name}]"
