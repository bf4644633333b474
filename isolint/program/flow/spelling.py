"""Spelling: a value of a function as a reader of its source knows it."""

from typing import Any

from isolint.facts import Body
from isolint.program.unit import last_name


def spelling(body: Body, value: Any) -> str:
    """The name or the call that a value is, `session` where it is neither."""
    match value:
        case str():
            return value.lstrip("$")
        case int():
            return f"{last_name(body.calls[value][0])}()"
        case ("with" | ":" | "iter", inner, *_):
            return spelling(body, inner)
        case (".", inner, str(path)):
            return f"{spelling(body, inner)}.{path}"
        case ("|", *members):
            return spelling(body, next((m for m in members if type(m) is not tuple or m[0] != "="), None))
    return "session"
