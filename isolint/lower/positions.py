"""Positions: from the UTF-8 bytes of `ast` to the code points of facts, once."""

from collections.abc import Mapping
from typing import Any

from isolint.facts import pack


def wide_lines(encoded: bytes) -> dict[int, bytes]:
    """The lines that are not ASCII only, in UTF-8, by their numbers as the parser counts them."""
    lines = encoded.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return {number: line for number, line in enumerate(lines, 1) if not line.isascii()}


def wide_position(wide: Mapping[int, bytes], node: Any) -> int:
    """The packed position of a node that begins or ends on such a line."""
    line, end_line = node.lineno, node.end_lineno
    return pack(
        line, _column(wide.get(line), node.col_offset), end_line, _column(wide.get(end_line), node.end_col_offset)
    )


def _column(line: bytes | None, offset: int) -> int:
    return offset if line is None else len(line[:offset].decode(errors="replace"))
