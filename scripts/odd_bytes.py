"""The bytes of an odd file: line ends, encodings, a byte order mark, an end without a line end."""

import codecs
import re
import warnings
from random import Random
from typing import Final

COOKIES: Final = (
    "latin-1", "cp1252", "iso-8859-15", "utf-8", "UTF_8", "ascii", "koi8-r", "mac-roman", "shift_jis", "gbk", "utf-7",
    "cp437",
)  # fmt: skip
PLAIN: Final = str.maketrans({"ö": "o", "ß": "s", "ü": "u", "✓": "v", "\u2028": " ", "\x85": " "})


def dressed(chance: Random, text: str) -> bytes:
    """The text as bytes, which Python compiles if it does the text; what does not go in one dress is given another."""
    text = _ended(chance, text)
    for _ in range(4):
        data = _encoded(chance, _with_ends(chance, text))
        if compiles(data):
            return data
    return text.encode()


def compiles(data: bytes) -> bool:
    """Whether Python takes bytes for a module."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(data, "odd.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, LookupError, RecursionError, MemoryError):
        return False
    return True


def _ended(chance: Random, text: str) -> str:
    match chance.choices(("one", "none", "comment", "blank"), (75, 10, 10, 5))[0]:
        case "none":
            return text.rstrip("\n")
        case "comment":
            return text.rstrip("\n") + "\n# the end, and no line end"
        case "blank":
            return text + "\n\n  \n"
    return text


def _with_ends(chance: Random, text: str) -> str:
    ends = chance.choices(("\n", "\r\n", "\r", "\n \r\n", "\n \r\n \r"), (53, 20, 8, 16, 3))[0].split(" ")
    return re.sub("\n", lambda _: chance.choice(ends), text)


def _encoded(chance: Random, text: str) -> bytes:
    end = (re.findall("\r\n|\r|\n", text) or ["\n"])[0]
    shebang = chance.choices((f"#!/usr/bin/env python3{end}", ""), (10, 90))[0]
    kind = chance.choices(("plain", "marked", "cookie"), (60, 15, 25))[0]
    if kind != "cookie":
        return (codecs.BOM_UTF8 if kind == "marked" else b"") + (shebang + text).encode()
    cookie = chance.choice(COOKIES)
    line = chance.choice((f"# -*- coding: {cookie} -*-", f"# vim: set fileencoding={cookie} :", f"# coding={cookie}"))
    whole = f"{shebang}{line}{end}{text}"
    try:
        return whole.encode(cookie)
    except UnicodeEncodeError:
        return whole.translate(PLAIN).encode(cookie, "replace")
