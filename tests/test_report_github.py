"""Annotations reach the right line of a change, and nothing in them can end a command early."""

from dataclasses import replace
from pathlib import Path

from isolint.finding import Finding, Report
from isolint.report import Style, render
from report_sample import REPORT, RULES, lines

GOLDEN = Path(__file__).parent / "golden" / "report.github"
CALL = next(finding for finding in REPORT.findings if finding.code == "ISO601")


def command(finding: Finding) -> str:
    (line,) = render("github", Report(findings=(finding,)), RULES, lines, Style()).splitlines()
    return line


def test_the_report_is_the_golden_one() -> None:
    assert render("github", REPORT, RULES, lines, Style()) == GOLDEN.read_text(encoding="utf-8")


def test_a_severity_becomes_a_command() -> None:
    assert command(replace(CALL, severity="error")).startswith("::error ")
    assert command(replace(CALL, severity="warning")).startswith("::warning ")
    assert command(replace(CALL, severity="note")).startswith("::notice ")


def test_what_ends_a_property_or_a_command_is_escaped() -> None:
    shown = command(replace(CALL, path="a,b:c%.py", message="100 %\r\n::error::x"))
    properties, _, text = shown.removeprefix("::warning ").partition("::")
    assert "file=a%2Cb%3Ac%25.py," in properties
    assert "ISO601 100 %25%0D%0A::error::x%0A" in text


def test_a_range_over_several_lines_has_no_columns() -> None:
    assert ",line=2,endLine=2,col=5,endColumn=16::" in command(CALL)
    assert ",line=2,endLine=4::" in command(replace(CALL, end_line=4))


def test_a_clean_run_prints_no_command() -> None:
    assert render("github", Report(files=2), RULES, lines, Style()) == ""
