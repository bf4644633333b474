"""Lowering: the bytes of a file to its facts, the only place where trees are seen."""

import ast
import re
import sys
import warnings
from typing import Any, Final

from isolint.facts import FUNCTION, MODULE, Facts, Interface, unreadable
from isolint.lower.comments import comments
from isolint.lower.positions import packer
from isolint.lower.state import File, Scope
from isolint.lower.statements import block
from isolint.source import Unreadable, decode

LINE: Final = re.compile("\r\n|\n|\r")
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
    file = File(packer(None if text.isascii() else LINE.split(text)))
    module = Scope(file, MODULE, "", -1, 0)
    file.pending.append((module, tree.body))
    while file.pending:
        scope, statements = file.pending.pop()
        block(scope, statements)
    parents = {scope.parent for scope in file.scopes}
    calls = sum(len(s.calls) for s in file.scopes)
    unresolved = sum(s.unresolved for s in file.scopes)
    headers = tuple([_header(s, keep=s.kind != FUNCTION or s.index in parents) for s in file.scopes])
    interface = Interface(
        headers, tuple(file.stars), frozenset(file.mentions), frozenset(file.listed), comments(text, tree),
        (calls, unresolved), None,
    )  # fmt: skip
    return Facts(interface, tuple([_body(s) for s in file.scopes]))


def _header(scope: Scope, *, keep: bool) -> tuple[Any, ...]:
    return (
        scope.kind, scope.name, scope.parent, scope.position, scope.flags, scope.decorators, tuple(scope.params),
        scope.returns, scope.bases, scope.bindings if keep else {}, scope.places,
    )  # fmt: skip


def _body(scope: Scope) -> Any:
    """A Body as a plain tuple, which is all that `marshal` takes."""
    return (
        tuple([tuple(c) for c in scope.calls]), tuple(scope.stores), tuple(scope.loads), tuple(scope.returned),
        tuple(scope.yields), tuple(scope.asserts), tuple(scope.regions), tuple(scope.turns),
        tuple([(name, *where) for name, where in scope.reads.items()]),
        tuple(scope.bindings) if scope.kind == FUNCTION else (),
        tuple([(name, *each) for name, bindings in scope.bound.items() for each in bindings]),
    )  # fmt: skip
