"""How text takes the columns of a terminal."""

from collections.abc import Iterator
from typing import Final
from unicodedata import category, combining, east_asian_width

TAB: Final = 4

# Control characters could rewrite the screen, bidirectional ones reorder the line (CVE-2021-42574).
_BIDIRECTIONAL: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNPRINTABLE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


def shown(char: str, encoding: str) -> str:
    """The character, or an escape where a terminal must not get it or `encoding` has no place for it."""
    if char in _BIDIRECTIONAL or category(char) in _UNPRINTABLE:
        return ascii(char)[1:-1]
    return char.encode(encoding, "backslashreplace").decode(encoding)


def cells(text: str, encoding: str) -> Iterator[tuple[str, int]]:
    """Each character as it is shown, with the columns that it takes; tabs become spaces."""
    at = 0
    for char in text:
        if " " <= char <= "~":
            at += 1
            yield char, 1
            continue
        piece = " " * (TAB - at % TAB) if char == "\t" else shown(char, encoding)
        width = columns(piece)
        at += width
        yield piece, width


def columns(text: str) -> int:
    """The columns that printable text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def printable(text: str, encoding: str) -> str:
    """The text, safe for a terminal, on one line."""
    plain = text.isascii() and text.isprintable()
    return text if plain else "".join(shown(char, encoding) for char in text)


def one_line(text: str, encoding: str) -> str:
    """The same, with every run of white space as one blank."""
    return printable(" ".join(text.split()), encoding)


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` columns, broken at blanks only: a path or a URL stays whole.

    `first` stands before the first line and `rest` before all others; both count.
    """
    lines: list[str] = []
    start, *words = text.split(" ")
    line = first + start
    for word in words:
        if columns(line) + 1 + columns(word) <= width:
            line += f" {word}"
        else:
            lines.append(line)
            line = rest + word
    return [*lines, line]


def _width(char: str) -> int:
    if combining(char) or category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in {"W", "F"} else 1
