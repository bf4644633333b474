"""Listing: one more item in a list with commas, written as the others are."""

from typing import Any

import libcst as cst


def inserted(items: list[Any], index: int, made: Any, opening: Any = None) -> list[Any]:
    """The items with one more; commas, line breaks, comments and a trailing comma go on as they are.

    `opening` is what stands before the first item: where that is a line break, each item has a line of its own.
    """
    if not items:
        return [made]
    comma = _between(items, opening)
    if index < len(items):
        return [*items[:index], made.with_changes(comma=comma), *items[index:]]
    last = items[-1]
    if isinstance(last.comma, cst.Comma):
        space, bare = _parted(last.comma.whitespace_after, comma.whitespace_after)
        ending = last.comma.with_changes(whitespace_after=bare)
        return [
            *items[:-1], last.with_changes(comma=comma.with_changes(whitespace_after=space)),
            made.with_changes(comma=ending),
        ]  # fmt: skip
    for name in ("whitespace_after_arg", "whitespace_after_param"):
        if hasattr(last, name):
            space, bare = _parted(getattr(last, name), comma.whitespace_after)
            comma = comma.with_changes(whitespace_after=space)
            made = made.with_changes(**{name: bare})
            last = last.with_changes(**{name: cst.SimpleWhitespace("")})
    return [*items[:-1], last.with_changes(comma=comma), made]


def enclosed(items: list[Any], index: int, made: Any, opening: Any, closing: Any) -> tuple[list[Any], Any]:
    """The same in brackets which have what stands behind the last item as `closing`; that comes back, too."""
    between = _between(items, opening) if items and index == len(items) else None
    space, bare = _parted(closing, between.whitespace_after) if between else (None, closing)
    if between is None or bare is closing:
        return inserted(items, index, made, opening), closing
    last = items[-1]
    return [
        *items[:-1], last.with_changes(comma=between.with_changes(whitespace_after=space)),
        made.with_changes(comma=last.comma),
    ], bare  # fmt: skip


def _between(items: list[Any], opening: Any) -> Any:
    """The comma between two items, as the first two have it, without a comment that stands there."""
    if len(items) > 1:
        return items[0].comma.with_changes(whitespace_after=_bare(items[0].comma.whitespace_after))
    if isinstance(opening, cst.ParenthesizedWhitespace):
        return cst.Comma(whitespace_after=_bare(opening).with_changes(empty_lines=[]))
    return cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))


def _parted(ending: Any, between: Any) -> tuple[Any, Any]:
    """What stood behind the last item parted in two: its comment stays with it, the line break goes to the new one."""
    if not isinstance(ending, cst.ParenthesizedWhitespace) or not isinstance(between, cst.ParenthesizedWhitespace):
        return between, ending
    if ending.first_line.comment is None:
        return between, ending
    return between.with_changes(first_line=ending.first_line), _bare(ending, keep=True)


def _bare(space: Any, *, keep: bool = False) -> Any:
    """A line break without the comment before it and, unless they are kept, the lines of comments behind it."""
    if not isinstance(space, cst.ParenthesizedWhitespace):
        return space
    line = space.first_line.with_changes(whitespace=cst.SimpleWhitespace(""), comment=None)
    return space.with_changes(first_line=line, empty_lines=space.empty_lines if keep else [])
