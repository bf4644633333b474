"""Forms: each kind of expression to what lowers it, but for names and constants."""

import ast
from collections.abc import Mapping
from typing import Any, Final

from isolint.facts import AWAITED, FUNCTION, GENERATOR, LAMBDA, Value
from isolint.lower.expressions import call, chain, element, iterated, member, value
from isolint.lower.operands import operands
from isolint.lower.signatures import open_function, parameters
from isolint.lower.state import Form, Scope
from isolint.lower.targets import bind_target
from isolint.lower.values import bounded, derived, is_text, union

DISPLAYS: Final = {ast.List: "list", ast.Tuple: "tuple", ast.Set: "set"}
NUMBERS: Final = frozenset({int, float})


def _attribute(scope: Scope, node: ast.Attribute) -> Value:
    base = node.value
    return member(scope, value(scope, base), node) if type(base) is ast.Name else chain(scope, node)


def _subscript(scope: Scope, node: ast.Subscript) -> Value:
    base = node.value
    return element(scope, value(scope, base), node) if type(base) is ast.Name else chain(scope, node)


def _await(scope: Scope, node: ast.Await) -> Value:
    result = value(scope, node.value)
    if type(result) is int:
        scope.calls[result][4] |= AWAITED
    return result


def _lambda(scope: Scope, node: ast.Lambda) -> Value:
    inner = Scope(scope.file, FUNCTION, "<lambda>", scope.index, scope.file.position(node))
    inner.flags = LAMBDA
    open_function(inner, parameters(scope, node.args))
    result = ast.Return(value=node.body)
    scope.file.pending.append((inner, [ast.copy_location(result, node.body)]))
    return ("def", inner.index)


def _comprehension(scope: Scope, node: Any) -> Value:
    before = scope.env.copy()
    for part in node.generators:
        source = iterated(scope, part.iter)
        bind_target(scope, part.target, source)
        if part.ifs:  # what is left is some of it, as an element under a key is
            test = derived([value(scope, each) for each in part.ifs])
            scope.turn("filter", test, scope.file.position(node))
            bind_target(scope, part.target, source if test is None or source is None else ("[]", source, test))
    if type(node) is ast.DictComp:
        result: Value = ("dict", (value(scope, node.key), value(scope, node.value)))
    else:
        result = ("list", value(scope, node.elt))
    scope.env = before
    return result


def _named(scope: Scope, node: ast.NamedExpr) -> Value:
    result = value(scope, node.value)
    bind_target(scope, node.target, result)
    return result


def _conditional(scope: Scope, node: ast.IfExp) -> Value:
    value(scope, node.test)
    return union((value(scope, node.body), value(scope, node.orelse)))


def _operator(scope: Scope, node: ast.BinOp) -> Value:
    parts, only_or = operands(node)
    values = [value(scope, part) for part in parts]
    return union(values) if only_or else derived(values)


def _unary(scope: Scope, node: ast.UnaryOp) -> Value:
    inner: ast.expr = node
    while type(inner) is ast.UnaryOp:
        inner = inner.operand
    return derived([value(scope, inner)])


def _compare(scope: Scope, node: ast.Compare) -> Value:
    parts = [value(scope, node.left)]
    for each in node.comparators:
        parts.append(value(scope, each))  # noqa: PERF401  # as in `call`
    return derived(parts)


def _joined(scope: Scope, node: ast.JoinedStr) -> Value:
    parts: list[Value] = []
    for each in node.values:
        if type(each) is not ast.FormattedValue:
            parts.append(value(scope, each))
            continue
        part = value(scope, each.value)
        if type(part) is tuple and part[0] == "=" and type(part[1]) in NUMBERS and each.format_spec is None:
            part = ("=", str(part[1]))  # as text, so that a number among parts is counted or compared
        parts.append(part)
    return derived(parts)


def _display(scope: Scope, node: Any) -> Value:
    parts: list[Value] = [DISPLAYS[type(node)]]
    for each in node.elts:
        parts.append(value(scope, each))  # noqa: PERF401  # as in `call`
    result = bounded(parts)
    if len(parts) > 2:  # noqa: PLR2004  # two elements
        texts = [v[1] for v in result[1:] if is_text(v)]
        if len(texts) > 1:
            scope.file.listed.update(texts)
        if len(texts) > 2 and len(texts) == len(result) - 1:  # noqa: PLR2004  # three words are a vocabulary
            scope.turn("words", result, scope.file.position(node))
    return result


def _dict(scope: Scope, node: ast.Dict) -> Value:
    pairs: list[Value] = ["dict"]
    for key, held in zip(node.keys, node.values, strict=True):
        pairs.append((None if key is None else value(scope, key), value(scope, held)))
    return bounded(pairs)


def _yield(scope: Scope, node: ast.Yield | ast.YieldFrom) -> Value:
    given = value(scope, node.value)
    scope.flags |= GENERATOR
    if type(node) is ast.YieldFrom:
        given = None if given is None else ("iter", given)
    scope.yields.append((given, scope.file.position(node)))
    return None


FORMS: Final[Mapping[type, Form]] = {
    type(None): lambda _, __: None,
    ast.Call: call,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Await: _await,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.NamedExpr: _named,
    ast.IfExp: _conditional,
    ast.BoolOp: lambda scope, node: union([value(scope, v) for v in node.values]),
    ast.BinOp: _operator,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.JoinedStr: _joined,
    ast.FormattedValue: lambda scope, node: value(scope, node.value),
    ast.List: _display,
    ast.Tuple: _display,
    ast.Set: _display,
    ast.Dict: _dict,
    ast.Yield: _yield,
    ast.YieldFrom: _yield,
    ast.Starred: lambda scope, node: ("*", value(scope, node.value)),
    ast.Slice: lambda scope, node: derived([value(scope, p) for p in (node.lower, node.upper, node.step) if p]),
}
