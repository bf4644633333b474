"""Moving: findings told again after edits that moved the lines they speak of."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from isolint.change import Change, unpacked
from isolint.facts import Span
from isolint.finding import Finding, Fix, Step

Lines = Mapping[str, Mapping[int, int]]
"""By path where each line has gone; of a path that is not in it, every line is where it was."""

NOWHERE: Final = Span(1, 1, 1, 1)  # where something is said of a file as a whole


def span_moved(span: Span, lines: Mapping[int, int]) -> Span:
    """Where a range has gone; raises KeyError where that is not known."""
    return span if span == NOWHERE else span._replace(line=lines[span.line], end_line=lines[span.end_line])


def moved(finding: Finding, lines: Lines) -> Finding:
    """The finding as the files are now; raises KeyError where the place of something is not known."""
    if lines.keys().isdisjoint(paths(finding)):
        return finding
    span = Span(finding.line, finding.column, finding.end_line, finding.end_column)
    if finding.path in lines:
        span = span_moved(span, lines[finding.path])
    return replace(
        finding,
        line=span.line,
        end_line=span.end_line,
        trace=tuple(_step(step, lines) for step in finding.trace),
        related=tuple(_step(step, lines) for step in finding.related),
        declared=finding.declared and (finding.declared[0], _line(*finding.declared, lines)),
        fix=finding.fix and _fix(finding.fix, lines),
    )


def paths(finding: Finding) -> Iterator[str]:
    """The files in which a finding speaks of lines."""
    yield finding.path
    yield from (step.path for step in (*finding.trace, *finding.related))
    yield from finding.declared[:1] if finding.declared else ()
    yield from (path for path, _ in finding.fix.changes) if finding.fix else ()


def _step(step: Step, lines: Lines) -> Step:
    return replace(step, line=_line(step.path, step.line, lines))


def _line(path: str, line: int, lines: Lines) -> int:
    if path not in lines:
        return line
    gone = lines[path]
    if line == 1 and gone.get(1, 1) == 1:  # perhaps of the file as a whole
        return 1
    if line == 1:
        raise KeyError(line)
    return gone[line]


def _fix(fix: Fix, lines: Lines) -> Fix:
    changes = tuple((path, _change(change, lines[path]) if path in lines else change) for path, change in fix.changes)
    return replace(fix, changes=changes)


def _change(change: Change, lines: Mapping[int, int]) -> Change:
    def gone(name: str, value: Any) -> Any:
        if name == "last":
            return tuple(gone("at", place) for place in value)
        return (lines[value[0]], value[1], lines[value[2]], value[3]) if name == "at" else value

    return unpacked((type(change).__name__, *map(gone, change._fields, change)))
