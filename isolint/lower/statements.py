"""Statements to events, in the order of evaluation, with what each name holds after every branch."""

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from isolint.facts import ASYNC, CLASS, DISCARDED, ENTERED, FUNCTION, pack
from isolint.lower.defaults import displays
from isolint.lower.expressions import annotation, bind_target, discard, iterated, open_function, parameters, value
from isolint.lower.refuting import refutes
from isolint.lower.state import Scope
from isolint.lower.values import attribute, derived


def block(scope: Scope, statements: Sequence[ast.stmt]) -> bool:
    """Lower a block; True if its end is not reached."""
    for statement in statements:
        handler = HANDLERS.get(type(statement))
        if handler is not None and handler(scope, statement):
            return True
    return False


def _assign(scope: Scope, node: ast.Assign) -> None:
    item = _bound(scope, node.targets[0], node.value)
    for target in node.targets:
        bind_target(scope, target, item)


def _annotated(scope: Scope, node: ast.AnnAssign) -> None:
    note = annotation(scope, node.annotation)
    if node.value is None and scope.kind == FUNCTION:
        return
    item = None if node.value is None else _bound(scope, node.target, node.value)
    bind_target(scope, node.target, item if note is None else (":", item, note))


def _bound(scope: Scope, target: ast.expr, node: ast.expr) -> Any:
    """What is assigned; `tasks = []` is `list()`, since the number of a call tells one empty list from another."""
    if type(node) is ast.List and not node.elts and scope.kind == FUNCTION and type(target) is ast.Name:
        scope.calls.append(["list", (), (), scope.file.position(node), 0, scope.region])
        return len(scope.calls) - 1
    return value(scope, node)


def _augmented(scope: Scope, node: ast.AugAssign) -> None:
    item = value(scope, node.value)
    position, region = scope.file.position(node.target), scope.region
    match node.target:
        case ast.Attribute(value=base, attr=text):
            scope.file.mentions.add(text)
            place = value(scope, base)
            if place == scope.me:
                scope.read(text, position)
            scope.stores.append(("attr", place, text, derived([attribute(place, text), item]), position, region))
        case ast.Subscript(value=base, slice=index):
            place, key = value(scope, base), value(scope, index)
            held: Any = None if place is None else ("[]", place, key)
            scope.stores.append(("item", place, key, derived([held, item]), position, region))
        case ast.Name(id=text):
            held = scope.env.get(text, text)
            if scope.kind == FUNCTION and text in scope.places and held == f"${text}":  # changes what the default is
                scope.calls.append([f"{held}.__iadd__", (item,), (), position, DISCARDED, region])
            bind_target(scope, node.target, derived([held, item]))


def _delete(scope: Scope, node: ast.Delete) -> None:
    for target in node.targets:
        position = scope.file.position(target)
        match target:
            case ast.Attribute(value=base, attr=text):
                scope.stores.append(("del-attr", value(scope, base), text, None, position, scope.region))
            case ast.Subscript(value=base, slice=index):
                place, key = value(scope, base), value(scope, index)
                scope.stores.append(("del-item", place, key, None, position, scope.region))
            case ast.Name(id=text):
                scope.env.pop(text, None)


def _return(scope: Scope, node: ast.Return) -> bool:
    result = value(scope, node.value)
    if node.value is not None:
        scope.returned.append((result, scope.file.position(node.value)))
    scope.turn("return", result, scope.file.position(node.value or node))
    return True


def _raise(scope: Scope, node: ast.Raise) -> bool:
    scope.turn("raise", value(scope, node.exc), scope.file.position(node))
    return True


def _assert(scope: Scope, node: ast.Assert) -> None:
    test, position = value(scope, node.test), scope.file.position(node.test)
    scope.asserts.append((test, position))
    scope.turn("refute" if refutes(node.test) else "assert", test, position)
    value(scope, node.msg)


def _continue(scope: Scope, node: ast.Continue) -> bool:
    scope.turn("continue", None, scope.file.position(node))
    return True


def _outer(scope: Scope, node: ast.Global | ast.Nonlocal) -> None:
    scope.outer.update(node.names)


def _import(scope: Scope, node: ast.Import) -> None:
    for alias in node.names:
        top = alias.name.partition(".")[0]
        if alias.asname:
            scope.bind(alias.asname, ("import", 0, alias.name, None), node)
        else:
            scope.bind(top, ("import", 0, top, None), node)
        scope.file.mentions.update(alias.name.split("."))


def _import_from(scope: Scope, node: ast.ImportFrom) -> None:
    for alias in node.names:
        if alias.name == "*":
            scope.file.stars.append((node.level, node.module or ""))
        else:
            scope.bind(alias.asname or alias.name, ("import", node.level, node.module or "", alias.name), node)
            scope.file.mentions.add(alias.name)
    scope.file.mentions.update((node.module or "").split("."))


def _if(scope: Scope, node: ast.If) -> bool:
    """Also a chain of `elif`, however long."""
    before_all = scope.region
    ways: list[dict[str, Any]] = []
    while True:
        test = value(scope, node.test)
        env = dict(scope.env)
        before = scope.enter("if", test)
        ended = block(scope, node.body)
        scope.region = before
        if not ended:
            ways.append(scope.env)
        scope.env = env
        scope.enter("else", test)
        match node.orelse:
            case [ast.If() as following]:
                node = following
                continue
            case otherwise:
                if not block(scope, otherwise):
                    ways.append(scope.env)
                break
    scope.region = before_all
    if ways:
        scope.merge(*ways)
    return not ways


def _loop(scope: Scope, node: Any) -> None:
    env = dict(scope.env)
    if type(node) is ast.While:
        test = value(scope, node.test)
    else:
        test = iterated(scope, node.iter)
        bind_target(scope, node.target, test)
    before = scope.enter("loop", test)
    ended = block(scope, node.body)
    scope.region = before
    scope.merge(env, *([] if ended else [scope.env]))
    block(scope, node.orelse)


def _try(scope: Scope, node: Any) -> bool:
    env = dict(scope.env)
    before = scope.enter("try", "finally" if node.finalbody else None)
    ended = block(scope, node.body)
    if node.orelse and not ended:
        scope.enter("tried")
        ended = block(scope, node.orelse)
    scope.region = before
    after = dict(scope.env)
    ways = [] if ended else [scope.env]
    for handler in node.handlers:
        scope.merge(dict(env), after)
        caught = value(scope, handler.type)
        scope.enter("except", caught)
        if handler.name:
            scope.bind(handler.name, None, handler)
        held = dict(scope.env)
        if not block(scope, handler.body):
            ways.append(scope.env)
            for name in [n for n, v in scope.env.items() if n not in held or held[n] is not v]:
                scope.turn("bind", name, scope.file.position(handler))
        scope.region = before
    # what runs at last also runs after a body that returns
    scope.merge(*([*ways, after] if ended and node.finalbody else ways or [env]))
    if node.finalbody:
        scope.enter("finally")
        ended_finally = block(scope, node.finalbody)
        scope.region = before
        return ended_finally or not ways
    return not ways


def _with(scope: Scope, node: ast.With | ast.AsyncWith) -> bool:
    before = scope.region
    for item in node.items:
        manager = value(scope, item.context_expr)
        if type(manager) is int:
            scope.calls[manager][4] |= ENTERED
        scope.enter("with", manager)
        if item.optional_vars is not None:
            bind_target(scope, item.optional_vars, None if manager is None else ("with", manager))
    ended = block(scope, node.body)
    scope.region = before
    return ended


def _match(scope: Scope, node: ast.Match) -> None:
    subject = value(scope, node.subject)
    scope.turn("match", subject, scope.file.position(node.subject))
    env, ways = scope.env, [dict(scope.env)]
    for case in node.cases:
        scope.env = dict(env)
        for pattern in ast.walk(case.pattern):
            text = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
            if isinstance(text, str):
                scope.bind(text, derived([subject]), node)
            elif isinstance(pattern, ast.expr):
                value(scope, pattern)
        value(scope, case.guard)
        if not block(scope, case.body):
            ways.append(scope.env)
    scope.merge(*ways)


def _define(scope: Scope, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    decorators = tuple([value(scope, d) for d in node.decorator_list])
    inner = Scope(scope.file, FUNCTION, node.name, scope.index, _name_position(node))
    inner.decorators = decorators
    inner.flags = ASYNC if type(node) is ast.AsyncFunctionDef else 0
    open_function(inner, parameters(scope, node.args))
    if node.args.defaults or node.args.kwonlyargs:
        inner.places = displays(scope, node.args)
    inner.returns = annotation(scope, node.returns)
    scope.bind(node.name, ("def", inner.index), node)
    scope.file.pending.append((inner, node.body))


def _class(scope: Scope, node: ast.ClassDef) -> None:
    decorators = tuple([value(scope, d) for d in node.decorator_list])
    bases = [value(scope, b) for b in node.bases]
    bases += [("=", k.arg, value(scope, k.value)) for k in node.keywords]
    inner = Scope(scope.file, CLASS, node.name, scope.index, _name_position(node))
    inner.decorators, inner.bases = decorators, tuple(bases)
    scope.bind(node.name, ("def", inner.index), node)
    scope.file.pending.append((inner, node.body))


def _name_position(node: Any) -> int:
    """The position of the name behind `def` or `class`, never a whole body; before it stand only ASCII characters."""
    skip = {ast.FunctionDef: 4, ast.AsyncFunctionDef: 10, ast.ClassDef: 6}[type(node)]
    start = node.col_offset + skip
    return pack(node.lineno, start, node.lineno, start + len(node.name))


HANDLERS: Final[Mapping[type, Callable[[Scope, Any], bool | None]]] = {
    ast.Expr: lambda scope, node: discard(scope, node.value),
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Delete: _delete,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.Assert: _assert,
    ast.Global: _outer,
    ast.Nonlocal: _outer,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.If: _if,
    ast.For: _loop,
    ast.AsyncFor: _loop,
    ast.While: _loop,
    ast.Try: _try,
    **({ast.TryStar: _try} if hasattr(ast, "TryStar") else {}),
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Match: _match,
    ast.FunctionDef: _define,
    ast.AsyncFunctionDef: _define,
    ast.ClassDef: _class,
    ast.Break: lambda scope, node: scope.turn("break", None, scope.file.position(node)),
    ast.Continue: _continue,
}
