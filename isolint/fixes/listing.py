"""Listing: one more item in a list with commas, written as the others are."""

from typing import Any

import libcst as cst


def inserted(items: list[Any], index: int, made: Any) -> list[Any]:
    """The items with one more; commas, line breaks and a trailing comma go on as they are."""
    if not items:
        return [made]
    comma = _between(items)
    if index < len(items):
        return [*items[:index], made.with_changes(comma=comma), *items[index:]]
    last = items[-1]
    if isinstance(last.comma, cst.Comma):
        return [*items[:-1], last.with_changes(comma=comma), made.with_changes(comma=last.comma)]
    if isinstance(last, cst.Arg):
        made = made.with_changes(whitespace_after_arg=last.whitespace_after_arg)
        last = last.with_changes(whitespace_after_arg=cst.SimpleWhitespace(""))
    elif isinstance(last, cst.Param):
        made = made.with_changes(whitespace_after_param=last.whitespace_after_param)
        last = last.with_changes(whitespace_after_param=cst.SimpleWhitespace(""))
    return [*items[:-1], last.with_changes(comma=comma), made]


def _between(items: list[Any]) -> Any:
    """The comma between two items, as the first two have it, without a comment that stands there."""
    if len(items) == 1:
        return cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
    comma = items[0].comma
    after = comma.whitespace_after
    if isinstance(after, cst.ParenthesizedWhitespace):
        bare = after.first_line.with_changes(whitespace=cst.SimpleWhitespace(""), comment=None)
        comma = comma.with_changes(whitespace_after=after.with_changes(first_line=bare, empty_lines=[]))
    return comma
