"""Positions: from the UTF-8 bytes of `ast` to the code points of facts, once."""

import ast
from collections.abc import Callable, Sequence
from typing import Any

from isolint.facts import MOST, pack


def packer(lines: Sequence[str] | None) -> Callable[[Any], int]:
    """A function from a node to its packed position; `lines` is None for a file of ASCII only."""
    if lines is None:
        return _ascii

    wide = {number: line.encode() for number, line in enumerate(lines, 1) if not line.isascii()}

    def column(line: int, offset: int) -> int:
        data = wide.get(line)
        return offset if data is None else len(data[:offset].decode(errors="replace"))

    def position(node: ast.expr | ast.stmt) -> int:
        if node.lineno not in wide and node.end_lineno not in wide:
            return _ascii(node)
        end_line, end_offset = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return pack(node.lineno, column(node.lineno, node.col_offset), end_line, column(end_line, end_offset))

    return position


def _ascii(node: ast.expr | ast.stmt) -> int:
    line = node.lineno
    lines = node.end_lineno - line  # type: ignore[operator]  # parsed nodes always have an end
    column, end = node.col_offset, node.end_col_offset
    if lines > MOST or column > MOST or end > MOST:  # type: ignore[operator]  # as above
        return pack(line, column, line + lines, end or 0)
    return ((line << 14 | column) << 14 | lines) << 14 | end  # type: ignore[operator]  # as above
