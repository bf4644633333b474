"""Statements: SQL that sets a state of its connection, as the text of a call tells."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from isolint.program import Program
from isolint.program.unit import last_name, receiver
from isolint.program.values.origins import Const

HOLE: Final = "{}"
WRAPPING: Final = frozenset({"text", "SQL", "Composed", "DDL"})
SETS: Final = re.compile(
    r"\s*(?:ALTER\s+SESSION\s+)?SET\s+(?:SESSION\s+|@@SESSION\.)?"
    r"(?!LOCAL\b|TRANSACTION\b|CONSTRAINTS?\b|CHARACTERISTICS\b|GLOBAL\b|NAMES\b|SESSION\b)"
    r"[\"'`]?(?P<name>TIME\s+ZONE|@?[\w.]+)",
    re.IGNORECASE,
)
USES: Final = re.compile(r"\s*USE\s+[`\"\[]?[\w{%]\S*\s*;?\s*$", re.IGNORECASE)
CONFIGURES: Final = re.compile(
    r"set_config\s*\(\s*'?(?P<name>[\w.{}:$%]+)'?\s*,.*,\s*(?:false|'f(?:alse)?'|0)\s*\)", re.IGNORECASE | re.DOTALL
)
ENDS: Final = re.compile(r"\s*(?:DISCARD\s+ALL|RESET\s+(?:SESSION\s+)?(?P<name>[\w.]+))", re.IGNORECASE)
RIGHTS: Final = frozenset({"role", "authorization"})
NOBODY: Final = re.compile(r"\b(?:none|default)\b", re.IGNORECASE)
TECHNICAL: Final = re.compile(
    r"timeout|log|isolation|cost|enable_|work_mem|sql_mode|foreign_key|auto|parallel", re.IGNORECASE
)


class Statement(NamedTuple):
    """What call `number` says: the `name` that it sets, empty for all; `values` are what it is given.

    `ends` says that it sets back: by `RESET`, or to a constant, which no user has given; a role is a user's own.
    """

    name: str
    values: tuple[Any, ...]
    ends: bool
    number: int


def statements(program: Program, file: int, scope: int, methods: frozenset[str]) -> Iterator[Statement]:
    """The statements of a function that set states of connections, or set them back."""
    for number, (callee, arguments, keywords, *_) in enumerate(program.units[file].body(scope).calls):
        name = last_name(callee)
        if name == "set_config" and len(arguments) == 3 and arguments[2] == ("=", False):  # noqa: PLR2004
            told = arguments[0][1] if type(arguments[0]) is tuple and arguments[0][0] == "=" else HOLE
            yield Statement(str(told), (arguments[1],), _plain(arguments[1]), number)
        elif name in methods and arguments:
            text = _text(program, file, scope, arguments[0])
            found = _set(text) if text else None
            if found is not None:
                values = (*arguments, *[v for _, v in keywords])
                constant = HOLE not in text and all(_plain(v) for v in values[1:])
                ends = bool(ENDS.match(text)) or (constant and (found not in RIGHTS or bool(NOBODY.search(text))))
                yield Statement(found, values, ends, number)


def _set(text: str) -> str | None:
    """What a statement sets, an empty text where it sets back, or None."""
    if match := ENDS.match(text):
        name = (match["name"] or "").lower()
        return "" if name in ("", "all") else name
    if match := CONFIGURES.search(text):
        return match["name"]
    if USES.match(text):
        return "USE"
    match = SETS.match(text)
    return None if match is None or TECHNICAL.search(match["name"]) else match["name"].lower()


def _text(program: Program, file: int, scope: int, value: Any, depth: int = 0) -> str:
    """The text of a value, with holes for what is not known; empty where it does not begin as text."""
    if depth > 4:  # noqa: PLR2004  # text(f"..".format(..)) and the like
        return ""
    match value:
        case ("=", str() as text):
            return text
        case ("<-", ("=", str()), *_):
            return "".join(_piece(part) for part in value[1:])
        case (":", inner, _):
            return _text(program, file, scope, inner, depth + 1)
        case int():
            callee, arguments, *_ = program.units[file].body(scope).calls[value]
            name = last_name(callee)
            if name in ("format", "bindparams"):
                return _text(program, file, scope, receiver(callee), depth + 1)
            return _text(program, file, scope, arguments[0], depth + 1) if name in WRAPPING and arguments else ""
        case str() if value[0] != "$" and value.rpartition(".")[2].isupper():  # a constant of a module
            held = program.evaluator.origins(file, scope, value)
            return next((o.value for o in held if type(o) is Const and isinstance(o.value, str)), "")
    return ""


def _piece(value: Any) -> str:
    return value[1] if type(value) is tuple and value[0] == "=" and isinstance(value[1], str) else HOLE


def _plain(value: Any) -> bool:
    return type(value) is tuple and bool(value) and value[0] == "="
