"""Decoding: the text of a file's bytes, as Python itself would read it."""

import codecs
import re
from typing import Final

_COOKIE: Final = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK: Final = re.compile(rb"[ \t\f]*(?:#|$)")
_LINE_END: Final = re.compile(rb"\r\n?|\n")


class Unreadable(Exception):  # noqa: N818 - the name of a state that becomes a finding, not of a failure
    """Bytes that are no text; line and column are 1-based, the column in code points."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(line, column, message)
        self.line = line
        self.column = column
        self.message = message


def decode(data: bytes) -> str:
    """The text, without the byte order mark and with its line ends as they are; raises Unreadable.

    The encoding is what a byte order mark or a cookie in the first two lines says (PEP 263), else UTF-8.
    """
    marked = data.startswith(codecs.BOM_UTF8)
    body = data.removeprefix(codecs.BOM_UTF8)
    if (null := body.find(b"\0")) >= 0:
        raise _at(body, null, "utf-8", "null byte")
    encoding, line = _encoding(body)
    if marked and encoding != "utf-8":
        raise Unreadable(line, 1, f"encoding {encoding!r} contradicts the UTF-8 byte order mark")
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte 0x{body[error.start]:02x} is not valid in {encoding}"
        raise _at(body, error.start, encoding, what) from None
    except LookupError:
        raise Unreadable(line, 1, f"unknown encoding {encoding!r}") from None
    except ValueError:
        raise Unreadable(line, 1, f"cannot be decoded as {encoding!r}") from None


def encode(text: str, like: bytes) -> bytes:
    """The bytes of a text in the encoding of other bytes, and with a byte order mark where these have one.

    Raises Unreadable as `decode` does, and UnicodeEncodeError for characters that the encoding lacks.
    """
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode(_encoding(like.removeprefix(mark))[0])


def _encoding(body: bytes) -> tuple[str, int]:
    """The name of the encoding, and the line that names it (1 where none does)."""
    # Nearly every file is done here: no cookie in sight, and nothing is split.
    end = body.find(b"\n", body.find(b"\n") + 1)
    head = body if end < 0 else body[:end]
    if b"coding" not in head:
        return "utf-8", 1
    for line, text in enumerate(_LINE_END.split(head, maxsplit=2)[:2], start=1):
        if cookie := _COOKIE.match(text):
            return _normal(cookie[1].decode("latin-1")), line
        if not _BLANK.match(text):
            break
    return "utf-8", 1


def _normal(name: str) -> str:
    """The name with those spellings of UTF-8 made one that Python takes for it beside a byte order mark."""
    spelt = name[:12].lower().replace("_", "-")
    return "utf-8" if spelt == "utf-8" or spelt.startswith("utf-8-") else name


def _at(body: bytes, index: int, encoding: str, what: str) -> Unreadable:
    lines = _LINE_END.split(body[:index])
    return Unreadable(len(lines), len(lines[-1].decode(encoding, errors="replace")) + 1, what)
