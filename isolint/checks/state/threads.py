"""Threads: ids of conversations that are written out where a call gives them."""

from collections.abc import Sequence
from typing import Any

from isolint.checks.parts import constant_keys
from isolint.facts import MODULE
from isolint.program import Program


def constant_threads(program: Program, file: int, scope: int, values: Sequence[Any], ids: frozenset[str]) -> str:
    """The constant that stands under one of the keys `ids` in what a call is given, as it is written, or nothing."""
    bindings = program.units[file].header(MODULE).bindings
    for value in values:
        outer = type(value) is str and value[0] != "$"
        display = bindings.get(value) if outer else value
        if type(display) is tuple and display and display[0] == ":":
            display = display[1]
        at = MODULE if outer else scope
        for key, inner in constant_keys(display):
            if key in ids and program.keys.of(file, at, inner) == "constant" and inner != ("=", None):
                return repr(inner[1]) if type(inner) is tuple and inner[0] == "=" else str(inner)
    return ""
