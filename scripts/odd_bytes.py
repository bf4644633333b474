"""The bytes of an odd file: line ends, encodings, a byte order mark, an end without a line end."""

import codecs
import re
import warnings
from random import Random
from typing import Final

COOKIES: Final = (
    "latin-1", "cp1252", "iso-8859-15", "utf-8", "UTF_8", "ascii", "koi8-r", "mac-roman", "shift_jis", "gbk", "utf-7", "cp437",
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
    kind = chance.random()
    if kind < 0.1:
        return text.rstrip("\n")
    if kind < 0.2:
        return text.rstrip("\n") + "\n# the end, and no line end"
    return text + "\n\n  \n" if kind < 0.25 else text


def _with_ends(chance: Random, text: str) -> str:
    kind = chance.random()
    if kind < 0.55:
        return text
    if kind < 0.75:
        return text.replace("\n", "\r\n")
    if kind < 0.83:
        return text.replace("\n", "\r")
    return re.sub("\n", lambda _: chance.choice(("\n", "\r\n", "\r\n", "\r")), text)


def _encoded(chance: Random, text: str) -> bytes:
    kind = chance.random()
    end = (re.findall("\r\n|\r|\n", text) or ["\n"])[0]
    shebang = f"#!/usr/bin/env python3{end}" if chance.random() < 0.1 else ""
    if kind < 0.6:
        return (shebang + text).encode()
    if kind < 0.75:
        return codecs.BOM_UTF8 + (shebang + text).encode()
    cookie = chance.choice(COOKIES)
    line = chance.choice((f"# -*- coding: {cookie} -*-", f"# vim: set fileencoding={cookie} :", f"# coding={cookie}"))
    whole = f"{shebang}{line}{end}{text}"
    try:
        return whole.encode(cookie)
    except UnicodeEncodeError:
        return whole.translate(PLAIN).encode(cookie, "replace")
