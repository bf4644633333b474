"""A marker stands under what is meant, whatever the line is made of."""

import pytest

from isolint.report.excerpt import excerpt
from isolint.report.terminal import columns


def marked(line: str, column: int, end_column: int | None, room: int = 76, encoding: str = "utf-8") -> str:
    """What a reader sees above the marker; every sample before it takes whole columns."""
    source, marker = excerpt(line, column, end_column, room, encoding)
    start, end = len(marker) - len(marker.lstrip()), len(marker)
    at, seen = 0, ""
    for char in source:
        if start <= at < end:
            seen += char
        at += columns(char)
    return seen


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("CACHE[key] = user", "CACHE[key]"),
        ("    CACHE[key] = user\n", "CACHE[key]"),
        ('name = "王小明"; CACHE[key] = user', "CACHE[key]"),
        ("名前 = CACHE", "名前"),
        ('s = "e\u0301"; CACHE', "CACHE"),
        ('s = "é😀"; CACHE', "CACHE"),
        ("\uff57\uff49\uff44\uff45 = CACHE", "CACHE"),
    ],
)
def test_the_marker_covers_what_is_meant(line: str, meant: str) -> None:
    column = line.index(meant) + 1
    assert marked(line, column, column + len(meant)) == meant


def test_tabs_move_the_marker_to_the_next_stop() -> None:
    assert excerpt("\tx\t= CACHE", 6, 11, 76, "utf-8") == ("    x   = CACHE", "          ^~~~~")


def test_a_range_that_goes_on_is_marked_to_the_end_of_its_line() -> None:
    assert marked("return sessionmaker(\r\n", 8, None) == "sessionmaker("


def test_an_empty_range_gets_one_mark() -> None:
    assert excerpt("x = 1", 3, 3, 76, "utf-8")[1] == "  ^"


def test_a_column_behind_the_line_is_marked_at_its_end() -> None:
    assert excerpt("x = (\n", 40, 41, 76, "utf-8") == ("x = (", "     ^")


def test_an_empty_line_can_be_marked() -> None:
    assert excerpt("\n", 1, 1, 76, "utf-8") == ("", "^")


@pytest.mark.parametrize("before", [0, 5, 40, 75, 80, 300])
@pytest.mark.parametrize("after", [0, 5, 300])
def test_a_long_line_is_cut_around_the_range(before: int, after: int) -> None:
    line = "x" * before + "CACHE" + "y" * after
    source, marker = excerpt(line, before + 1, before + 6, 60, "utf-8")
    assert columns(source) <= 60
    assert len(marker) <= 60
    assert marked(line, before + 1, before + 6, 60) == "CACHE"
    assert source.endswith("...") is (not line.endswith(source.removeprefix("...")))


def test_a_range_longer_than_the_room_is_marked_as_far_as_it_is_shown() -> None:
    source, marker = excerpt("f(" + "王" * 100 + ")", 1, 104, 40, "utf-8")
    assert columns(source) <= 40
    assert marker == "^" + "~" * (columns(source) - len("...") - 1)


def test_what_could_rewrite_the_screen_or_reorder_the_line_is_escaped() -> None:
    source, _ = excerpt("a\x1b[2J\u202eb\x00", 1, 2, 76, "utf-8")
    assert source == "a\\x1b[2J\\u202eb\\x00"


def test_a_narrow_encoding_keeps_the_marker_in_place() -> None:
    source, marker = excerpt('"é王"; CACHE', 7, 12, 76, "ascii")
    assert source == '"\\xe9\\u738b"; CACHE'
    assert source[marker.index("^") : len(marker)] == "CACHE"
