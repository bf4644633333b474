"""Looked at: does a function only look at a value, or work with it?"""

from typing import Any, Final

from isolint.checks.endings import given, speaks
from isolint.program.flow.regions import contains
from isolint.program.unit import Unit, last_name, receiver

LOOKS: Final = frozenset({
    "isinstance", "issubclass", "hasattr", "getattr", "callable", "type", "len", "id", "bool", "str", "repr", "print",
    "debug", "info", "warning", "error", "vars", "dir", "list", "set", "sorted",
})  # fmt: skip


def works_with(unit: Unit, scope: int, value: Any) -> bool:
    """Whether a method of it is called, it is handed on, kept or given back."""
    body = unit.body(scope)
    names = {n for n, v in unit.header(scope).bindings.items() if contains(v, value)}
    inner = [n for n, h in enumerate(unit.interface.scopes) if h[2] == scope] if names else []
    if any(speaks(c, names) for n in inner for c in unit.body(n).calls):
        return True
    if any(contains(v, value) for v, _ in (*body.returns, *body.yields)):
        return True
    if any(contains(s[3], value) for s in body.stores):
        return True
    for call in body.calls:
        if contains(receiver(call[0]), value):
            return True
        name = last_name(call[0])
        if name not in LOOKS and not name.startswith("assert") and any(contains(v, value) for v in given(call)):
            return True
    return False
