"""Enclosing: which scope a line stands in, told from positions and indentation."""

from collections.abc import Sequence

from isolint.facts import LAMBDA, MODULE, unpack
from isolint.program import Program


def enclosing(program: Program, file: int, line: int, lines: Sequence[str]) -> int:
    """The scope of a line: that of its `def` or `class`, of its first call or store, or by indentation."""
    unit = program.units[file]
    headers = [(scope, unit.header(scope)) for scope in range(1, len(unit.interface.scopes))]
    named = [(unpack(h.position).line, scope) for scope, h in headers if h.position and not h.flags & LAMBDA]
    begun = [scope for start, scope in named if start == line]
    if begun:
        return begun[-1]
    for scope in reversed(range(len(unit.interface.scopes))):
        body = unit.body(scope)
        positions = [*(call[3] for call in body.calls), *(store[4] for store in body.stores)]
        if any(position and unpack(position).line == line for position in positions):
            return scope
    indentation = _indentation(lines[line - 1])
    above = [(start, scope) for start, scope in named if start < line and _indentation(lines[start - 1]) < indentation]
    return max(above, default=(0, MODULE))[1]


def _indentation(text: str) -> int:
    return len(text) - len(text.lstrip())
