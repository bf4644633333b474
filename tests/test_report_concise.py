"""One line a finding, as editors and grep read it."""

import re
from dataclasses import replace
from pathlib import Path

from isolint.finding import Report
from isolint.report import Style, render
from report_sample import REPORT, RULES, lines

GOLDEN = Path(__file__).parent / "golden" / "report.concise"


def test_the_report_is_the_golden_one() -> None:
    assert render("concise", REPORT, RULES, lines, Style()) == GOLDEN.read_text(encoding="utf-8")


def test_a_message_of_several_lines_stays_on_one() -> None:
    broken = replace(REPORT.findings[0], message="first\r\n  second\x1b[2J")
    first, *rest = render("concise", Report(findings=(broken,)), RULES, lines, Style()).splitlines()
    assert first == "tests/e2e/test_chat.py:2:5: ISO601 first second\\x1b[2J [unauthenticated-e2e-test]"
    assert len(rest) == 2


def test_colour_changes_nothing_but_colour() -> None:
    colored = render("concise", REPORT, RULES, lines, Style(color=True))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == render("concise", REPORT, RULES, lines, Style())


def test_a_clean_run_says_so() -> None:
    assert render("concise", Report(files=2), RULES, lines, Style()).startswith("No findings.\nChecked 2 files:")
