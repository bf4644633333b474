"""Spot: where something stands, as changes have it."""

from isolint.change import Place
from isolint.facts import unpack


def spot(position: int) -> Place:
    """The place of a position; a plain tuple, as changes are kept by `marshal`."""
    line, column, end_line, end_column = unpack(position)
    return line, column, end_line, end_column
