"""Blanks: the blank lines above a statement, apart from the comments that belong to it."""

from typing import Any


def parted(statement: Any) -> tuple[list[Any], Any]:
    """The blank lines above a statement and its comments, and the statement without these lines."""
    lines = list(statement.leading_lines)
    comment = next((n for n, line in enumerate(lines) if line.comment), len(lines))
    return lines[:comment], statement.with_changes(leading_lines=lines[comment:])
