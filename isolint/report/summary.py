"""The last lines of a report for people: what was found, and what was seen."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from isolint.finding import SEVERITIES, Report
from isolint.report.terminal import one_line, printable

MANY: Final = 20  # files; fewer are a script or a package that serves nobody by itself
BLIND: Final = (
    "No function is known to be entered by requests. If users are served here, say which are: "
    "`entry` rows under [tool.isolint.vocabulary]."
)


def summary(report: Report, encoding: str) -> Iterator[str]:
    """Lines; a clean run says what it saw, so that blindness does not look like health."""
    for fault in report.faults:
        yield f"{printable(fault.path, encoding)}: not checked: {one_line(fault.message, encoding)}"
    yield _found(report)
    if report.suppressed:
        yield f"Suppressed {count(report.suppressed, 'finding')}."
    yield (
        f"Checked {count(report.files, 'file')}: {count(report.entries, 'entry point')}, "
        f"{count(report.tests, 'test')}, {report.unresolved_calls * 100:.0f} % of calls unresolved."
    )
    if report.files >= MANY and not report.entries:
        yield BLIND


def count(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it must be.

    >>> count(2, "file")
    '2 files'
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _found(report: Report) -> str:
    if not report.findings:
        return "No findings."
    numbers = Counter(finding.severity for finding in report.findings)
    each = ", ".join(count(numbers[severity], severity) for severity in SEVERITIES if numbers[severity])
    files = count(len({finding.path for finding in report.findings}), "file")
    return f"Found {count(len(report.findings), 'finding')} ({each}) in {files}."
