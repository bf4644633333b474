"""One door to all formats, which loads only the one that is asked for."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from isolint.errors import UsageError
from isolint.finding import Report
from isolint.report import FORMATS, Style, render
from report_sample import REPORT, RULES, lines

ROOT = Path(__file__).parent.parent

LOADED = """
import sys
import isolint.report
from isolint.finding import Report
assert not set(sys.modules) & {"sarif_om", "attrs", "isolint.report.sarif", "isolint.report.json"}
isolint.report.render("text", Report(), {}, lambda path: (), isolint.report.Style())
assert not set(sys.modules) & {"sarif_om", "attrs", "isolint.report.sarif", "isolint.report.json"}
isolint.report.render("sarif", Report(), {}, lambda path: (), isolint.report.Style())
assert "sarif_om" in sys.modules
"""


def test_a_format_is_loaded_when_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_formats_are_those_that_are_promised() -> None:
    assert FORMATS == ("text", "concise", "json", "json-lines", "sarif", "github")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"^format: 'jsonlines' is unknown; did you mean 'json-lines'\?$"):
        render("jsonlines", REPORT, RULES, lines, Style())


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_the_same_whatever_the_order_of_its_findings(form: str) -> None:
    backwards = replace(REPORT, findings=REPORT.findings[::-1])
    assert render(form, backwards, RULES, lines, Style()) == render(form, REPORT, RULES, lines, Style())


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_ends_with_one_newline_or_is_empty(form: str) -> None:
    for report in (REPORT, Report()):
        text = render(form, report, RULES, lines, Style())
        assert not text or (text.endswith("\n") and not text.endswith("\n\n"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_stream_can_carry_any_format(form: str, encoding: str) -> None:
    strange = replace(REPORT.findings[0], path="app/\udcff王.py", message="`名前` \udcff")
    assert render(form, Report(findings=(strange,)), RULES, lines, Style(encoding=encoding)).encode(encoding)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_used_inside_alone_is_never_printed(form: str) -> None:
    moved = replace(REPORT.findings[1], declared=("somewhere/else.py", 4711))
    shown = render(form, Report(findings=(moved,), notes=("for standard error",)), RULES, lines, Style())
    assert "somewhere/else.py" not in shown
    assert "for standard error" not in shown
