"""The report for programs has stable keys, all of them, always."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from isolint.finding import Fix, Report
from isolint.report import Style, render
from report_sample import REPORT, RULES, lines

GOLDEN = Path(__file__).parent / "golden" / "report.json"

FINDING = {
    "code", "name", "also", "severity", "confidence", "path", "line", "column", "end_line", "end_column", "message",
    "symbol", "place", "entries", "fingerprint", "trace", "related", "fix", "url",
}  # fmt: skip


def loaded(report: Report) -> Any:
    return json.loads(render("json", report, RULES, lines, Style()))


def test_the_report_is_the_golden_one() -> None:
    assert render("json", REPORT, RULES, lines, Style()) == GOLDEN.read_text(encoding="utf-8")


def test_the_keys_are_always_there() -> None:
    whole = loaded(REPORT)
    assert set(whole) == {
        "version", "findings", "suppressed", "files", "entries", "tests", "unresolved_calls", "faults",
    }  # fmt: skip
    assert [set(finding) for finding in whole["findings"]] == [FINDING] * 4
    assert set(loaded(Report())) == set(whole)


def test_what_does_not_apply_is_null_or_empty_or_zero() -> None:
    found = loaded(REPORT)["findings"][-1]
    assert (found["fix"], found["also"], found["trace"], found["related"], found["entries"]) == (None, [], [], [], 0)


def test_a_fix_says_how_safe_it_is() -> None:
    fixed = replace(REPORT.findings[0], fix=Fix("safe", "give each its own"))
    assert loaded(Report(findings=(fixed,)))["findings"][0]["fix"] == {
        "applicability": "safe",
        "message": "give each its own",
    }


def test_a_run_says_what_it_saw() -> None:
    whole = loaded(REPORT)
    assert (whole["version"], whole["files"], whole["entries"], whole["tests"]) == (1, 214, 14, 120)
    assert (whole["unresolved_calls"], whole["suppressed"]) == (0.21, 2)
    assert whole["faults"] == [{"path": "app/huge.py", "message": "the worker ran out of memory"}]


def test_lines_hold_the_same_findings_each_with_the_version() -> None:
    rows = render("json-lines", REPORT, RULES, lines, Style()).splitlines()
    findings = loaded(REPORT)["findings"]
    assert [json.loads(row) for row in rows] == [{"version": 1, **finding} for finding in findings]


def test_a_clean_run_prints_no_line() -> None:
    assert render("json-lines", Report(files=3), RULES, lines, Style()) == ""


def test_no_stream_is_too_narrow() -> None:
    strange = replace(REPORT.findings[0], message="`名前` \udcff")
    shown = render("json", Report(findings=(strange,)), RULES, lines, Style(encoding="ascii"))
    assert json.loads(shown)["findings"][0]["message"] == "`名前` \udcff"
