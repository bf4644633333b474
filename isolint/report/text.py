"""The report for people: each finding with its place in the source, the way there, and what to do instead."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from isolint.finding import Finding, Report, Step
from isolint.report import Lines
from isolint.report.excerpt import excerpt
from isolint.report.style import Style
from isolint.report.summary import count, summary
from isolint.report.terminal import columns, one_line, printable, wrap
from isolint.rules import Rule

_RELATED: Final = 5
_NARROWEST: Final = 20


def render(report: Report, rules: Mapping[str, Rule], lines: Lines, style: Style) -> str:
    """Findings by place, each place with one excerpt; then the consequence of each code, once; then the summary."""
    out: list[str] = []
    for _, found in groupby(report.findings, key=_place):
        out += [*_group(tuple(found), rules, lines, style), ""]
    for code in sorted({finding.code for finding in report.findings}):
        out += [*_consequence(rules[code], style), ""]
    return "\n".join([*out, *summary(report, style.encoding), ""])


def _place(finding: Finding) -> tuple[str, int, int, int, int]:
    return finding.path, finding.line, finding.column, finding.end_line, finding.end_column


def _group(findings: Sequence[Finding], rules: Mapping[str, Rule], lines: Lines, style: Style) -> Iterator[str]:
    for finding in findings:
        place = f"{printable(finding.path, style.encoding)}:{finding.line}:{finding.column}"
        severity = style.paint(f"[{finding.severity}]", finding.severity)
        yield f"{style.paint(place, 'strong')} {style.paint(finding.code, finding.severity)} {finding.name} {severity}"
        yield from _paragraph("", finding.message, style)
    yield from _source(findings[0], lines(findings[0].path), style)
    for finding in findings:
        if len(findings) > 1:
            yield f"  {style.paint(finding.code, finding.severity)}"
        yield from _details(finding, rules[finding.code], style)


def _source(finding: Finding, lines: Sequence[str], style: Style) -> Iterator[str]:
    if not 0 < finding.line <= len(lines):
        return
    gutter = f"  {finding.line} | "
    room = max(style.width - len(gutter), _NARROWEST)
    going_on = finding.end_line > finding.line
    end = None if going_on else finding.end_column
    source, marker = excerpt(lines[finding.line - 1], finding.column, end, room, style.encoding)
    note = f" to line {finding.end_line}" if going_on else ""
    yield ""
    yield style.paint(gutter, "faint") + source
    yield style.paint(f"{'| ':>{len(gutter)}}", "faint") + style.paint(marker, finding.severity) + note
    yield ""


def _details(finding: Finding, rule: Rule, style: Style) -> Iterator[str]:
    if finding.entries > 1:
        yield f"  Reached from {count(finding.entries, 'entry point')}{'; the shortest way:' if finding.trace else '.'}"
    yield from _steps([f"{number}." for number in range(1, len(finding.trace) + 1)], finding.trace, style)
    if finding.related:
        yield "  Related places:"
        yield from _steps(["-" for _ in finding.related[:_RELATED]], finding.related[:_RELATED], style)
    if len(finding.related) > _RELATED:
        yield f"  - and {len(finding.related) - _RELATED} more"
    if finding.trace or finding.related:
        yield ""
    yield from _paragraph("instead: ", rule.instead, style)
    if finding.fix:
        yield from _paragraph(f"fix ({finding.fix.applicability}): ", finding.fix.message, style)
    if finding.also:
        yield from _paragraph("also: ", ", ".join(finding.also), style)
    if finding.confidence != "high":
        yield from _paragraph("confidence: ", finding.confidence, style)


def _steps(marks: Sequence[str], steps: Sequence[Step], style: Style) -> Iterator[str]:
    places = [f"{printable(step.path, style.encoding)}:{step.line}:{step.column}" for step in steps]
    widest = max(map(columns, places), default=0)
    margin = max(map(len, marks), default=0) + 3
    for mark, place, step in zip(marks, places, steps, strict=True):
        head = f"{mark:>{margin - 1}} {place}"
        text = one_line(step.message, style.encoding)
        if margin + widest > style.width // 2:
            yield head
            yield from wrap(text, style.width, " " * (margin + 2), " " * (margin + 2))
        else:
            first = head + " " * (widest - columns(place) + 2)
            yield from wrap(text, style.width, first, " " * columns(first))


def _paragraph(label: str, text: str, style: Style, margin: int = 2) -> Iterator[str]:
    """The text behind its label, which stays unpainted while lines are broken."""
    indent = " " * (margin + len(label))
    first, *rest = wrap(one_line(text, style.encoding), style.width, indent, indent)
    yield " " * margin + style.paint(label, "strong") + first.removeprefix(indent)
    yield from rest


def _consequence(rule: Rule, style: Style) -> Iterator[str]:
    label = f"{rule.code}: "
    yield from _paragraph(label, rule.why, style, margin=0)
    yield " " * len(label) + style.paint(rule.url, "faint")
