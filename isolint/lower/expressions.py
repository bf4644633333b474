"""Expressions to values; chains of any length are followed in loops, the rest as deep as the parser itself goes."""

import ast
from collections.abc import Callable, Mapping
from typing import Any, Final

from isolint.facts import (
    AWAITED,
    CLASS,
    DISCARDED,
    FUNCTION,
    GENERATOR,
    ITERATED,
    KEYWORD,
    KWARG,
    LAMBDA,
    POSITIONAL,
    POSITIONAL_ONLY,
    VARARG,
    Value,
)
from isolint.lower.operands import operands
from isolint.lower.state import Scope
from isolint.lower.values import PATH, TEXT, WIDTH, attribute, constant, derived, is_text, union

POSTFIX: Final = frozenset({ast.Attribute, ast.Call, ast.Subscript, ast.Await})
DISPLAYS: Final = {ast.List: "list", ast.Tuple: "tuple", ast.Set: "set"}


def value(scope: Scope, node: ast.expr | None) -> Value:
    """What `node` evaluates to, its calls and loads recorded in order."""
    kind = type(node)
    if kind is ast.Constant:
        held = node.value  # type: ignore[union-attr]  # kind says it
        return ("=", held) if type(held) is str and len(held) <= TEXT else constant(held)
    if kind is ast.Name:
        text = node.id  # type: ignore[union-attr]  # kind says it
        if text in scope.env:
            return scope.env[text]
        scope.file.mentions.add(text)
        return text
    if kind in POSTFIX:
        return chain(scope, node)
    handler = HANDLERS.get(kind)
    return handler(scope, node) if handler else None


def chain(scope: Scope, node: Any) -> Value:
    """Attributes, calls, subscripts and awaits hung one on another: `a.b(c)[d].e`."""
    links: list[Any] = []
    kind = type(node)
    while kind in POSTFIX:
        links.append(node)
        node = node.func if kind is ast.Call else node.value
        kind = type(node)
    result = value(scope, node)
    mentions = scope.file.mentions
    while links:
        link = links.pop()
        kind = type(link)
        if kind is ast.Attribute:
            name = link.attr
            mentions.add(name)
            if result == scope.me and type(link.ctx) is ast.Load:
                scope.read(name, scope.file.position(link))
            result = f"{result}.{name}" if type(result) is str and len(result) < PATH else attribute(result, name)
        elif kind is ast.Call:
            result = call(scope, result, link)
        elif kind is ast.Subscript:
            key = value(scope, link.slice)
            if type(link.ctx) is ast.Load:
                scope.loads.append((result, key, scope.file.position(link), scope.region))
            result = None if result is None else ("[]", result, key)
        elif type(result) is int:
            scope.calls[result][4] |= AWAITED
    return result


def call(scope: Scope, callee: Value, node: ast.Call) -> Value:
    """Record a call; its value is its number. `getattr` and `setattr` are what they stand for."""
    given = node.args
    arguments = tuple([value(scope, a) for a in given]) if given else ()
    keywords = tuple([(k.arg, value(scope, k.value)) for k in node.keywords]) if node.keywords else ()
    position = scope.file.position(node)
    scope.calls.append([callee, arguments, keywords, position, 0, scope.region])
    if type(callee) is not str:
        if callee is None or type(callee) is not tuple or callee[0] != "import":
            scope.unresolved += 1
    elif callee == "getattr" and len(arguments) > 1 and is_text(arguments[1]):
        return union((attribute(arguments[0], arguments[1][1]), *arguments[2:3]))
    elif callee == "setattr" and len(arguments) == 3:  # noqa: PLR2004  # setattr(object, name, value)
        key = arguments[1][1] if is_text(arguments[1]) else arguments[1]
        scope.stores.append(("attr", arguments[0], key, arguments[2], position, scope.region))
    elif callee.startswith("$") and not _typed(scope, callee):
        scope.unresolved += 1
    return len(scope.calls) - 1


def annotation(scope: Scope, node: ast.expr | None) -> Value:
    """The value of an annotation; strings in it are read as the expressions that they are."""
    if node is None:
        return None
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


def _typed(scope: Scope, path: str) -> bool:
    root = path[1:].partition(".")[0]
    for number, (param, note, _, _) in enumerate(scope.params):
        if param == root:
            return note is not None or (number == 0 and scope.file.scopes[scope.parent].kind == 1)
    return False


def parameters(scope: Scope, node: ast.arguments) -> list[tuple[str, Value, Value, int]]:
    """The parameters of a function that is defined in `scope`, with annotations and defaults as values there."""
    plain = [*[(a, POSITIONAL_ONLY) for a in node.posonlyargs], *[(a, POSITIONAL) for a in node.args]]
    defaults: list[Value] = [()] * (len(plain) - len(node.defaults))
    defaults += [value(scope, d) for d in node.defaults]
    rows = [(a.arg, annotation(scope, a.annotation), d, k) for (a, k), d in zip(plain, defaults, strict=True)]
    if node.vararg:
        rows.append((node.vararg.arg, annotation(scope, node.vararg.annotation), (), VARARG))
    for arg, default in zip(node.kwonlyargs, node.kw_defaults, strict=True):
        given = () if default is None else value(scope, default)
        rows.append((arg.arg, annotation(scope, arg.annotation), given, KEYWORD))
    if node.kwarg:
        rows.append((node.kwarg.arg, annotation(scope, node.kwarg.annotation), (), KWARG))
    return rows


def open_function(inner: Scope, rows: list[tuple[str, Value, Value, int]]) -> None:
    """Give a function its parameters."""
    inner.params = rows
    around = inner.file.scopes[inner.parent]
    inner.me = f"${rows[0][0]}" if around.kind == CLASS and rows else around.me.lstrip("$")
    inner.env = {row[0]: f"${row[0]}" for row in rows}
    inner.file.mentions.update(inner.env)


def _lambda(scope: Scope, node: ast.Lambda) -> Value:
    inner = Scope(scope.file, FUNCTION, "<lambda>", scope.index, scope.file.position(node))
    inner.flags = LAMBDA
    open_function(inner, parameters(scope, node.args))
    result = ast.Return(value=node.body)
    scope.file.pending.append((inner, [ast.copy_location(result, node.body)]))
    return ("def", inner.index)


def _comprehension(scope: Scope, node: Any) -> Value:
    before = dict(scope.env)
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


def iterated(scope: Scope, node: ast.expr) -> Value:
    """What a loop over `node` gives."""
    source = value(scope, node)
    if type(source) is int:
        scope.calls[source][4] |= ITERATED
    return None if source is None else ("iter", source)


def bind_target(scope: Scope, target: ast.expr, item: Value) -> None:
    """Bind a target of a loop, `with` or assignment."""
    if type(target) is ast.Name:
        scope.bind(target.id, item, target)
        return
    match target:
        case ast.Tuple(elts=targets) | ast.List(elts=targets):
            parts: list[Value] = [None] * len(targets)
            if type(item) is tuple and item[0] in ("tuple", "list") and len(item) == len(targets) + 1:
                parts = list(item[1:])
            elif item is not None:
                parts = [("[]", item, ("=", n)) for n in range(len(targets))]
            for inner, part in zip(targets, parts, strict=True):
                bind_target(scope, inner, part)
        case ast.Starred(value=inner):
            bind_target(scope, inner, None)
        case ast.Attribute(value=base, attr=text):
            scope.file.mentions.add(text)
            place = value(scope, base)
            scope.stores.append(("attr", place, text, item, scope.file.position(target), scope.region))
        case ast.Subscript(value=base, slice=index):
            place, key = value(scope, base), value(scope, index)
            scope.stores.append(("item", place, key, item, scope.file.position(target), scope.region))


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


def _display(scope: Scope, node: Any) -> Value:
    result = (DISPLAYS[type(node)], *[value(scope, e) for e in node.elts][: 2 * WIDTH])
    if len(node.elts) > 1:
        texts = [v[1] for v in result[1:] if is_text(v)]
        if len(texts) > 1:
            scope.file.listed.update(texts)
        if len(texts) > 2 and len(texts) == len(result) - 1:  # noqa: PLR2004  # three words are a vocabulary
            scope.turn("words", result, scope.file.position(node))
    return result


def _dict(scope: Scope, node: ast.Dict) -> Value:
    pairs = [(value(scope, k), value(scope, v)) for k, v in zip(node.keys, node.values, strict=True)]
    return ("dict", *pairs[: 2 * WIDTH])


def _yield(scope: Scope, node: ast.Yield | ast.YieldFrom) -> Value:
    given = value(scope, node.value)
    scope.flags |= GENERATOR
    if type(node) is ast.YieldFrom:
        given = None if given is None else ("iter", given)
    scope.yields.append((given, scope.file.position(node)))
    return None


def discard(scope: Scope, node: ast.expr) -> None:
    """An expression statement."""
    if type(node) is ast.Constant:
        return
    result = value(scope, node)
    if type(result) is int:
        scope.calls[result][4] |= DISCARDED


HANDLERS: Final[Mapping[type, Callable[[Scope, Any], Value]]] = {
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
    ast.Compare: lambda scope, node: derived([value(scope, v) for v in (node.left, *node.comparators)]),
    ast.JoinedStr: lambda scope, node: derived([value(scope, v) for v in node.values]),
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
