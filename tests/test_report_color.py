"""Who decides whether a report is coloured: the command line, then NO_COLOR, then forcing, then the terminal."""

from collections.abc import Mapping

import pytest

from isolint.report import Style, wants_color


@pytest.mark.parametrize(
    ("environ", "on_terminal", "piped"),
    [
        ({}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"CLICOLOR_FORCE": "1"}, True, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, False, False),
    ],
)
def test_the_environment_decides_where_the_command_line_does_not(
    environ: Mapping[str, str], *, on_terminal: bool, piped: bool
) -> None:
    assert wants_color("auto", environ, isatty=True) is on_terminal
    assert wants_color("auto", environ, isatty=False) is piped


def test_the_command_line_has_the_last_word() -> None:
    assert wants_color("always", {"NO_COLOR": "1", "TERM": "dumb"}, isatty=False)
    assert not wants_color("never", {"FORCE_COLOR": "1"}, isatty=True)


def test_paint_leaves_text_alone_without_colour() -> None:
    assert Style(color=False).paint("ISO103", "error") == "ISO103"
    assert Style(color=True).paint("ISO103", "error") == "\x1b[1;31mISO103\x1b[0m"
    assert Style(color=True).paint("", "error") == ""
