"""The report as one JSON object, for programs."""

import json
from collections.abc import Mapping
from typing import Any, Final

from isolint.finding import Edit, Finding, Fix, Report, Step
from isolint.report import Lines
from isolint.report.style import Style
from isolint.rules import Rule

VERSION: Final = 1


def render(report: Report, _rules: Mapping[str, Rule], _lines: Lines, _style: Style) -> str:
    """Every key is always there; ASCII alone, so that any stream can carry it."""
    whole = {
        "version": VERSION,
        "findings": [as_object(finding) for finding in report.findings],
        "suppressed": report.suppressed,
        "files": report.files,
        "entries": report.entries,
        "tests": report.tests,
        "unresolved_calls": report.unresolved_calls,
        "faults": [{"path": fault.path, "message": fault.message} for fault in report.faults],
    }
    return json.dumps(whole, indent=2) + "\n"


def as_object(finding: Finding) -> dict[str, Any]:
    """A finding as every program reads it; what is used inside isolint alone (`declared`) stays out."""
    return {
        "code": finding.code,
        "name": finding.name,
        "also": list(finding.also),
        "severity": finding.severity,
        "confidence": finding.confidence,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "message": finding.message,
        "symbol": finding.symbol,
        "place": finding.place,
        "entries": finding.entries,
        "fingerprint": finding.fingerprint,
        "trace": [_step(step) for step in finding.trace],
        "related": [_step(step) for step in finding.related],
        "fix": finding.fix and _fix(finding.fix),
        "url": finding.url,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """A fix; its edits are there where they were asked for."""
    told: dict[str, Any] = {"applicability": fix.applicability, "message": fix.message}
    return told if fix.edits is None else {**told, "edits": [_edit(each) for each in fix.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "path": edit.path,
        "start": {"line": edit.line, "column": edit.column},
        "end": {"line": edit.end_line, "column": edit.end_column},
        "text": edit.text,
    }


def _step(step: Step) -> dict[str, Any]:
    return {"path": step.path, "line": step.line, "column": step.column, "message": step.message}
