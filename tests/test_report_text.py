"""The report for people reads well, and says for each finding the reason and what to do instead."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from isolint.finding import Finding, Report, Step
from isolint.report import Style, render
from isolint.report.terminal import columns, wrap
from report_sample import REPORT, RULES, lines

GOLDEN = Path(__file__).parent / "golden" / "report.text"
LEAK = next(finding for finding in REPORT.findings if finding.code == "ISO103")


def text(report: Report, style: Style | None = None) -> str:
    return render("text", report, RULES, lines, style or Style())


def one(finding: Finding) -> str:
    return text(Report(findings=(finding,)))


def nothing(_path: str) -> Sequence[str]:
    return ()


def test_the_report_is_the_golden_one() -> None:
    assert text(REPORT) == GOLDEN.read_text(encoding="utf-8")


def test_colour_changes_nothing_but_colour() -> None:
    colored = text(REPORT, Style(color=True))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == text(REPORT)


def test_every_line_fits_eighty_columns() -> None:
    assert max(map(columns, text(REPORT).splitlines())) <= 80


def test_a_narrow_terminal_gets_narrow_paragraphs() -> None:
    message = one(LEAK).splitlines()[1]
    assert message == "  `app.state.CACHE` outlives the request, yet `get_user` puts `user` there"
    narrow = text(Report(findings=(LEAK,)), Style(width=40)).splitlines()
    assert narrow[1:3] == ["  `app.state.CACHE` outlives the", "  request, yet `get_user` puts `user`"]


def test_findings_at_one_place_share_its_excerpt() -> None:
    second = replace(LEAK, code="ISO204", name="session-not-released", message="and it is a session", also=())
    shown = text(Report(findings=(second, LEAK)))
    assert shown.count("CACHE[") == 1
    assert shown.index("app/state.py:5:16 ISO103") < shown.index("app/state.py:5:16 ISO204") < shown.index("CACHE[")
    assert shown.index("\n  ISO103\n") < shown.index(RULES["ISO103"].instead) < shown.index("\n  ISO204\n")


def test_the_consequence_is_said_once_for_each_code() -> None:
    elsewhere = replace(LEAK, line=6, end_line=6)
    shown = text(Report(findings=(LEAK, elsewhere)))
    assert shown.count(RULES["ISO103"].why) == 1
    assert shown.count(RULES["ISO103"].instead) == 2


def test_a_source_that_cannot_be_read_costs_the_excerpt_alone() -> None:
    shown = render("text", Report(findings=(LEAK,)), RULES, nothing, Style())
    assert " | " not in shown
    assert LEAK.message in shown
    assert RULES["ISO103"].instead in shown


def test_many_related_places_are_counted_after_the_fifth() -> None:
    sites = tuple(Step("app/api.py", line, 1, f"written here: {line}") for line in range(1, 9))
    shown = one(replace(LEAK, related=sites))
    assert "written here: 5" in shown
    assert "written here: 6" not in shown
    assert "\n  - and 3 more\n" in shown


def test_entries_are_counted_without_a_trace_too() -> None:
    assert "\n  Reached from 3 entry points.\n" in one(replace(LEAK, trace=()))
    assert "Reached from" not in one(replace(LEAK, entries=1))


def test_a_long_path_leaves_the_message_of_a_step_its_own_line() -> None:
    path = "services/" * 6 + "api.py"
    shown = one(replace(LEAK, trace=(Step(path, 7, 1, "request enters"),)))
    assert f"\n  1. {path}:7:1\n       request enters\n" in shown


def test_a_hostile_message_cannot_touch_the_terminal() -> None:
    shown = one(replace(LEAK, message="in \x1b]0;title\x07 and\nanother line", path="app/\x1b[2Jx.py"))
    assert "\x1b" not in shown
    assert "  in \\x1b]0;title\\x07 and another line\n" in shown


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_stream_can_carry_it(encoding: str) -> None:
    strange = replace(LEAK, message="王 and \udcff", path="app/state.py")
    shown = text(Report(findings=(strange,)), Style(encoding=encoding))
    assert shown.encode(encoding)
    source, marker = shown.splitlines()[3:5]
    assert marker.index("^") == columns(source[: source.index("CACHE")])


def test_the_decoration_is_ascii() -> None:
    plain = Report(findings=tuple(replace(finding, line=1, end_line=1) for finding in REPORT.findings))
    assert text(plain).isascii()


def test_a_clean_run_says_what_it_saw() -> None:
    clean = Report(files=214, entries=14, tests=1, calls=100, unresolved=29)
    assert text(clean) == ("No findings.\nChecked 214 files: 14 entry points, 1 test, 29 % of calls unresolved.\n")


def test_a_run_over_many_files_that_knows_no_entry_point_says_what_to_do() -> None:
    told = "No function is known to be entered by requests. If users are served here, say which are:"
    assert text(Report(files=214)).splitlines()[-1].startswith(told)
    assert told not in text(Report(files=2))
    assert told not in text(Report(files=214, entries=1))


def test_numbers_agree_with_their_nouns() -> None:
    shown = text(Report(findings=(LEAK,), files=1, entries=1, tests=1, suppressed=1))
    assert shown.endswith(
        "Found 1 finding (1 error) in 1 file.\n"
        "Suppressed 1 finding.\n"
        "Checked 1 file: 1 entry point, 1 test, 0 % of calls unresolved.\n"
    )


def test_wrapping_breaks_at_blanks_only() -> None:
    assert wrap("a-very-long-name/that/stays.py and more", 12, "- ", "  ") == [
        "- a-very-long-name/that/stays.py",
        "  and more",
    ]
    assert wrap("王王 王王", 9) == ["王王 王王"]
    assert wrap("王王 王王", 8) == ["王王", "王王"]
    assert wrap("", 8, "- ") == ["- "]
