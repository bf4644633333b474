"""Lowering: the bytes of a file to its facts, the only place where trees are seen."""

import ast
import sys
import warnings
from typing import Any, Final

from isolint.facts import FUNCTION, MODULE, Facts, Interface, Value, unreadable
from isolint.lower.comments import comments
from isolint.lower.forms import FORMS
from isolint.lower.positions import wide_lines
from isolint.lower.state import File, Scope
from isolint.lower.statements import block
from isolint.source import Unreadable, decode

DEPTH: Final = 8000  # frames for lowering; the parser itself stops at a nesting of about 6,000


def lower(data: bytes) -> Facts:
    """The facts of a file; one that cannot be read has only a fault."""
    try:
        text = decode(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except Unreadable as fault:
        return unreadable(fault.line, fault.column, fault.message)
    except SyntaxError as fault:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        told = f"{fault.msg} (read as Python {version}: newer syntax needs isolint under a newer Python)"
        return unreadable(max(fault.lineno or 1, 1), max(fault.offset or 1, 1), told)
    except (RecursionError, MemoryError, ValueError) as fault:
        return unreadable(1, 1, f"the parser gives up: {str(fault) or type(fault).__name__}")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEPTH))
    try:
        return _facts(text, tree)
    except RecursionError:
        return unreadable(1, 1, "expressions are nested too deep")
    finally:
        sys.setrecursionlimit(limit)


def _facts(text: str, tree: ast.Module) -> Facts:
    file = File({} if text.isascii() else wide_lines(text.encode()), FORMS)
    file.pending.append((Scope(file, MODULE, "", -1, 0), tree.body))
    while file.pending:
        scope, statements = file.pending.pop()
        block(scope, statements)
    parents = {scope.parent for scope in file.scopes}
    headers, bodies = [], []
    calls = unresolved = 0
    for scope in file.scopes:
        headers.append(_header(scope, scope.bindings if scope.kind != FUNCTION or scope.index in parents else {}))
        bodies.append(_body(scope))
        calls += len(scope.calls)
        unresolved += scope.unresolved
    file.scopes.clear()  # they know the file: nothing would be freed where collecting is off
    interface = Interface(
        tuple(headers), tuple(file.stars), frozenset(file.mentions), frozenset(file.listed),
        comments(text, tree), (calls, unresolved), None,
    )  # fmt: skip
    return Facts(interface, tuple(bodies))


def _header(scope: Scope, bindings: dict[str, Value]) -> tuple[Any, ...]:
    return (
        scope.kind, scope.name, scope.parent, scope.position, scope.flags, scope.decorators, tuple(scope.params),
        scope.returns, scope.bases, bindings, scope.places,
    )  # fmt: skip


def _body(scope: Scope) -> Any:
    """A Body as a plain tuple, which is all that `marshal` takes."""
    return (
        tuple([tuple(c) for c in scope.calls]) if scope.calls else (), tuple(scope.stores), tuple(scope.loads),
        tuple(scope.returned), tuple(scope.yields), tuple(scope.asserts), tuple(scope.regions), tuple(scope.turns),
        tuple([(name, *where) for name, where in scope.reads.items()]) if scope.reads else (),
        tuple(scope.bindings) if scope.kind == FUNCTION else (),
        tuple([(name, *each) for name, bindings in scope.bound.items() for each in bindings]) if scope.bound else (),
    )  # fmt: skip
