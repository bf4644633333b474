"""Signatures: annotations and parameters, as values of the scope that a function is defined in."""

import ast

from isolint.facts import CLASS, KEYWORD, KWARG, POSITIONAL, POSITIONAL_ONLY, VARARG, Value
from isolint.lower.expressions import value
from isolint.lower.operands import operands
from isolint.lower.state import Scope
from isolint.lower.values import WIDTH, union


def annotation(scope: Scope, node: ast.expr | None) -> Value:
    """The value of an annotation; strings in it are read as the expressions that they are."""
    if node is None:
        return None
    if type(node) is ast.Name:
        return value(scope, node)
    if type(node) is ast.Constant and isinstance(node.value, str):
        try:
            inner = ast.parse(node.value.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        for child in ast.walk(inner):
            ast.copy_location(child, node)
        return annotation(scope, inner)
    if type(node) is ast.Subscript:
        return ("[]", value(scope, node.value), _slice(scope, node.slice))
    if type(node) is ast.BinOp:
        return union([annotation(scope, part) for part in operands(node)[0]])
    return value(scope, node)


def _slice(scope: Scope, node: ast.expr) -> Value:
    if type(node) is ast.Tuple:
        return ("tuple", *[annotation(scope, e) for e in node.elts[:WIDTH]])
    return annotation(scope, node)


def parameters(scope: Scope, node: ast.arguments) -> list[tuple[str, Value, Value, int]]:
    """The parameters of a function that is defined in `scope`, with annotations and defaults as values there."""
    before, plain, defaults = node.posonlyargs, node.args, node.defaults
    missing = len(before) + len(plain) - len(defaults)
    given = [value(scope, d) for d in defaults] if defaults else []
    rows: list[tuple[str, Value, Value, int]] = []
    for arg in [*before, *plain] if before else plain:
        note, number = arg.annotation, len(rows) - missing
        default = () if number < 0 else given[number]
        kind = POSITIONAL if number + missing >= len(before) else POSITIONAL_ONLY
        rows.append((arg.arg, None if note is None else annotation(scope, note), default, kind))
    if node.vararg:
        rows.append((node.vararg.arg, annotation(scope, node.vararg.annotation), (), VARARG))
    if node.kwonlyargs:
        for arg, held in zip(node.kwonlyargs, node.kw_defaults, strict=True):
            default = () if held is None else value(scope, held)
            rows.append((arg.arg, annotation(scope, arg.annotation), default, KEYWORD))
    if node.kwarg:
        rows.append((node.kwarg.arg, annotation(scope, node.kwarg.annotation), (), KWARG))
    return rows


def open_function(inner: Scope, rows: list[tuple[str, Value, Value, int]]) -> None:
    """Give a function its parameters."""
    inner.params = rows
    around = inner.file.scopes[inner.parent]
    inner.me = f"${rows[0][0]}" if around.kind == CLASS and rows else around.me.lstrip("$")
    env, mentions = inner.env, inner.mentions
    for name, _, _, _ in rows:
        env[name] = f"${name}"
        mentions.add(name)
