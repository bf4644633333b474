"""Rows: findings as plain tuples, which can be kept and read without running anything."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Final

from isolint.change import packed, unpacked
from isolint.finding import Applicability, Finding, Fix, Step

_FIELDS: Final = tuple(each.name for each in fields(Finding))


def row(finding: Finding) -> tuple[Any, ...]:
    """A finding as plain data."""
    told = {name: getattr(finding, name) for name in _FIELDS}
    told["trace"] = _steps(finding.trace)
    told["related"] = _steps(finding.related)
    told["fix"] = finding.fix and _fix_row(finding.fix)
    return tuple(told.values())


def _fix_row(fix: Fix) -> tuple[Any, ...]:
    return fix.applicability, fix.message, tuple((path, packed(change)) for path, change in fix.changes)


def _fix(applicability: Applicability, message: str, changes: Sequence[tuple[str, tuple[Any, ...]]]) -> Fix:
    return Fix(applicability, message, tuple((path, unpacked(change)) for path, change in changes))


def _steps(steps: Sequence[Step]) -> tuple[tuple[Any, ...], ...]:
    return tuple((step.path, step.line, step.column, step.message) for step in steps)


def finding(row: Sequence[Any]) -> Finding:
    """The finding that a row is of."""
    told = dict(zip(_FIELDS, row, strict=True))
    told["trace"] = tuple(Step(*step) for step in told["trace"])
    told["related"] = tuple(Step(*step) for step in told["related"])
    told["fix"] = told["fix"] and _fix(*told["fix"])
    return Finding(**told)
