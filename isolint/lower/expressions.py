"""Expressions to values; chains of any length are followed in loops, the rest as deep as the parser itself goes."""

import ast
from ast import Attribute, Call, Constant, Name
from typing import Any, Final

from isolint.facts import AWAITED, ITERATED, RESULT, Value
from isolint.lower.state import Scope
from isolint.lower.values import PATH, TEXT, attribute, constant, is_text, union

POSTFIX: Final = frozenset({ast.Attribute, ast.Call, ast.Subscript, ast.Await})
NAMED: Final = frozenset({"getattr", "setattr"})


def value(scope: Scope, node: ast.expr | None) -> Value:
    """What `node` evaluates to, its calls and loads recorded in order."""
    kind = type(node)
    if kind is Name:
        text = node.id  # type: ignore[union-attr]  # kind says it
        env = scope.env
        if text in env:
            return env[text]
        scope.mentions.add(text)
        return text
    if kind is Constant:
        held = node.value  # type: ignore[union-attr]  # kind says it
        return ("=", held) if type(held) is str and len(held) <= TEXT else constant(held)
    try:
        handler = scope.forms[kind]
    except KeyError:
        return None
    return handler(scope, node)


def iterated(scope: Scope, node: ast.expr) -> Value:
    """What a loop over `node` gives."""
    source = value(scope, node)
    if type(source) is int:
        scope.calls[source][4] |= ITERATED
    return None if source is None else ("iter", source)


def chain(scope: Scope, node: Any) -> Value:
    """Attributes, calls, subscripts and awaits hung one on another, however many: `a.b(c)[d].e`."""
    links: list[Any] = []
    kind = type(node)
    while kind in POSTFIX:
        links.append(node)
        node = node.func if kind is Call else node.value
        kind = type(node)
    result = value(scope, node)
    while links:
        link = links.pop()
        kind = type(link)
        if kind is Attribute:
            result = member(scope, result, link)
        elif kind is Call:
            result = call(scope, link, (result,))
        elif kind is ast.Subscript:
            result = element(scope, result, link)
        elif type(result) is int:
            scope.calls[result][4] |= AWAITED
    return result


def call(scope: Scope, node: ast.Call, under: tuple[Value, ...] = ()) -> Value:
    """Record a call; its value is its number. `getattr` and `setattr` are what they stand for.

    `under` holds the callee where it is known already.
    """
    if under:
        callee = under[0]
    else:
        func = node.func
        kind = type(func)
        if kind is Attribute and type(func.value) is Name:  # type: ignore[attr-defined]  # kind says it
            callee = member(scope, value(scope, func.value), func)  # type: ignore[attr-defined]  # as above
        else:
            callee = value(scope, func) if kind is Name else chain(scope, func)
    given, named = node.args, node.keywords
    arguments: tuple[Value, ...] = ()
    keywords: tuple[tuple[str | None, Value], ...] = ()
    if len(given) == 1:
        arguments = (value(scope, given[0]),)
    elif given:
        values: list[Value] = []
        for each in given:
            values.append(value(scope, each))  # noqa: PERF401  # a comprehension is a call of its own: this is hot
        arguments = tuple(values)
    if named:
        pairs: list[tuple[str | None, Value]] = []
        for keyword in named:
            pairs.append((keyword.arg, value(scope, keyword.value)))  # noqa: PERF401  # as above
        keywords = tuple(pairs)
    position = scope.file.position(node)
    calls = scope.calls
    number = len(calls)
    calls.append([callee, arguments, keywords, position, 0, scope.region])
    if type(callee) is not str:
        _unnamed(scope, callee)
    elif callee[0] == "$":
        if not scope.knows_type(callee):
            scope.unresolved += 1
    elif callee in NAMED:
        return _by_name(scope, callee, arguments, number)
    return number


def _unnamed(scope: Scope, callee: Value) -> None:
    """Note a call of what has no name."""
    if type(callee) is int:
        scope.mentions.add(RESULT)
    if type(callee) is not tuple or callee[0] != "import":
        scope.unresolved += 1


def _by_name(scope: Scope, callee: str, arguments: tuple[Value, ...], number: int) -> Value:
    """What `getattr` and `setattr` stand for."""
    if callee == "getattr" and len(arguments) > 1 and is_text(arguments[1]):
        return union((attribute(arguments[0], arguments[1][1]), *arguments[2:3]))
    if callee == "setattr" and len(arguments) == 3:  # noqa: PLR2004  # setattr(object, name, value)
        key = arguments[1][1] if is_text(arguments[1]) else arguments[1]
        position, region = scope.calls[number][3], scope.region
        scope.stores.append(("attr", arguments[0], key, arguments[2], position, region))
    return number


def member(scope: Scope, base: Value, node: Any) -> Value:
    """An attribute of `base`."""
    name = node.attr
    scope.mentions.add(name)
    if base == scope.me and name not in scope.reads and type(node.ctx) is ast.Load:
        scope.reads[name] = (scope.file.position(node), scope.region)
    return f"{base}.{name}" if type(base) is str and len(base) < PATH else attribute(base, name)


def element(scope: Scope, base: Value, node: Any) -> Value:
    """An element of `base`."""
    key = value(scope, node.slice)
    if type(node.ctx) is ast.Load:
        scope.loads.append((base, key, scope.file.position(node), scope.region))
    return None if base is None else ("[]", base, key)
