"""Edits: four ways in which one file changes, each a little more for what depends on it."""
# ruff: noqa: INP001

import ast
import re
import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

Edit = Callable[[bytes, int], bytes]  # the whole file, and how often it is done

_COOKIE: Final = re.compile(rb"^[ \t\f]*#.*?coding[:=]|^#!")
_ENDED: Final = (b"\n", b"\r")


def comments(data: bytes, times: int) -> bytes:
    """So many comments behind all: nothing that any place or question depends on."""
    return _whole(data) + b"".join(b"# changed %d\n" % number for number in range(times))


def lines(data: bytes, times: int) -> bytes:
    """So many empty lines at the top, below what must stand there: every place of the file moves."""
    rows = data.splitlines(keepends=True)
    stays = 0
    while stays < min(2, len(rows)) and _COOKIE.match(rows[stays]):
        stays += 1
    return b"".join((*rows[:stays], b"\n" * times, *rows[stays:]))


def functions(data: bytes, times: int) -> bytes:
    """So many new functions at the end: new names, which nobody else says."""
    text = b"\n\ndef added_%d(value: int) -> list[int]:\n    return [value]\n"
    return _whole(data) + b"".join(text % number for number in range(times))


def calls(data: bytes, times: int) -> bytes:
    """The first call in a function calls something else, each time another: what the function does changes."""
    place = call_in(data)
    if place is None:
        raise ValueError("no function calls anything")
    rows = data.splitlines(keepends=True)
    line, column = place
    rows[line] = rows[line][:column] + b"_changed_%d" % times + rows[line][column:]
    return b"".join(rows)


def call_in(data: bytes) -> tuple[int, int] | None:
    """Where the name of what a function calls ends: row and byte, from 0; None too for what is not read as UTF-8."""
    try:
        data.decode()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for statement in function.body:
            match statement:
                case ast.Expr(ast.Call(called)) | ast.Assign(value=ast.Call(called)) | ast.Return(ast.Call(called)) if (
                    isinstance(called, ast.Name | ast.Attribute) and ast.unparse(called) != "super"
                ):
                    return (called.end_lineno or 1) - 1, called.end_col_offset or 0
    return None


EDITS: Final[Mapping[str, Edit]] = MappingProxyType(
    {"comment": comments, "line": lines, "function": functions, "call": calls}
)


def _whole(data: bytes) -> bytes:
    return data if not data or data.endswith(_ENDED) else data + b"\n"
