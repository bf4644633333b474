"""Statements to events, in the order of evaluation, with what each name holds after every branch."""

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from isolint.facts import ASYNC, CLASS, DISCARDED, ENTERED, FUNCTION, pack
from isolint.lower.defaults import displays
from isolint.lower.expressions import iterated, value
from isolint.lower.importing import import_modules, import_names
from isolint.lower.refuting import refutes
from isolint.lower.signatures import annotation, open_function, parameters
from isolint.lower.state import Scope
from isolint.lower.targets import bind_target
from isolint.lower.values import attribute, derived


def block(scope: Scope, statements: Sequence[ast.stmt]) -> bool:
    """Lower a block; True if its end is not reached."""
    for statement in statements:
        try:
            handler = HANDLERS[type(statement)]
        except KeyError:  # syntax of a newer Python
            continue
        if handler(scope, statement):
            return True
    return False


def _discarded(scope: Scope, node: ast.Expr) -> None:
    result = None if type(node.value) is ast.Constant else value(scope, node.value)
    if type(result) is int:
        scope.calls[result][4] |= DISCARDED


def _assign(scope: Scope, node: ast.Assign) -> None:
    targets, given = node.targets, node.value
    item = _bound(scope, targets[0], given) if type(given) is ast.List else value(scope, given)
    for target in targets:
        if type(target) is ast.Name:
            scope.bind(target.id, item, target)
        else:
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
    item, target = value(scope, node.value), node.target
    position, region = scope.file.position(target), scope.region
    if isinstance(target, ast.Attribute):
        text = target.attr
        scope.mentions.add(text)
        place = value(scope, target.value)
        if place == scope.me:
            scope.read(text, position)
        scope.stores.append(("attr", place, text, derived((attribute(place, text), item)), position, region))
    elif isinstance(target, ast.Subscript):
        place, key = value(scope, target.value), value(scope, target.slice)
        held: Any = None if place is None else ("[]", place, key)
        scope.stores.append(("item", place, key, derived((held, item)), position, region))
    else:
        text = target.id
        held = scope.env.get(text, text)
        if scope.kind == FUNCTION and text in scope.places and held == f"${text}":  # changes what the default is
            scope.calls.append([f"{held}.__iadd__", (item,), (), position, DISCARDED, region])
        bind_target(scope, target, derived((held, item)))


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
    given = node.value
    if given is None:
        scope.turn("return", None, scope.file.position(node))
    else:
        result, position = value(scope, given), scope.file.position(given)
        scope.returned.append((result, position))
        scope.turn("return", result, position)
    return True


def _raise(scope: Scope, node: ast.Raise) -> bool:
    scope.turn("raise", value(scope, node.exc), scope.file.position(node))
    return True


def _assert(scope: Scope, node: ast.Assert) -> None:
    test, position = value(scope, node.test), scope.file.position(node.test)
    scope.asserts.append((test, position))
    scope.turn("refute" if refutes(node.test) else "assert", test, position)
    if node.msg is not None:
        value(scope, node.msg)


def _continue(scope: Scope, node: ast.Continue) -> bool:
    scope.turn("continue", None, scope.file.position(node))
    return True


def _outer(scope: Scope, node: ast.Global | ast.Nonlocal) -> None:
    scope.outer.update(node.names)


def _if(scope: Scope, node: ast.If) -> bool:
    """Also a chain of `elif`, however long."""
    before_all = scope.region
    ways: list[dict[str, Any]] = []
    while True:
        test = value(scope, node.test)
        env = scope.env.copy()
        before = scope.enter("if", test)
        ended = block(scope, node.body)
        scope.region = before
        if not ended:
            ways.append(scope.env)
        scope.env = env
        scope.enter("else", test)
        otherwise = node.orelse
        following = otherwise[0] if len(otherwise) == 1 else None
        if not isinstance(following, ast.If):
            break
        node = following
    if not block(scope, otherwise):
        ways.append(scope.env)
    scope.region = before_all
    if ways:
        scope.merge(*ways)
    return not ways


def _loop(scope: Scope, node: Any) -> None:
    env = scope.env.copy()
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
    env = scope.env.copy()
    before = scope.enter("try", "finally" if node.finalbody else None)
    ended = block(scope, node.body)
    if node.orelse and not ended:
        scope.enter("tried")
        ended = block(scope, node.orelse)
    scope.region = before
    after = scope.env.copy()
    ways = [] if ended else [scope.env]
    for handler in node.handlers:
        scope.merge(env.copy(), after)
        caught = value(scope, handler.type)
        scope.enter("except", caught)
        if handler.name:
            scope.bind(handler.name, None, handler)
        held = scope.env.copy()
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
    env, ways = scope.env, [scope.env.copy()]
    for case in node.cases:
        scope.env = env.copy()
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
    decorated, name, given = node.decorator_list, node.name, node.args
    decorators = tuple([value(scope, d) for d in decorated]) if decorated else ()
    flags, skip = (ASYNC, 10) if type(node) is ast.AsyncFunctionDef else (0, 4)
    inner = Scope(scope.file, FUNCTION, name, scope.index, _name_position(node, name, skip))
    inner.decorators, inner.flags = decorators, flags
    rows = parameters(scope, given)
    open_function(inner, rows)
    if rows and (given.defaults or given.kwonlyargs):
        inner.places = displays(scope, given)
    inner.returns = annotation(scope, node.returns)
    scope.bind(name, ("def", inner.index), node)
    scope.file.pending.append((inner, node.body))


def _class(scope: Scope, node: ast.ClassDef) -> None:
    decorators = tuple([value(scope, d) for d in node.decorator_list])
    bases = [value(scope, b) for b in node.bases]
    bases += [("=", k.arg, value(scope, k.value)) for k in node.keywords]
    inner = Scope(scope.file, CLASS, node.name, scope.index, _name_position(node, node.name, 6))
    inner.decorators, inner.bases = decorators, tuple(bases)
    scope.bind(node.name, ("def", inner.index), node)
    scope.file.pending.append((inner, node.body))


def _name_position(node: ast.stmt, name: str, skip: int) -> int:
    """The position of the name `skip` columns behind `def` or `class`: before it stand only ASCII characters."""
    line, start = node.lineno, node.col_offset + skip
    return pack(line, start, line, start + len(name))


HANDLERS: Final[Mapping[type, Callable[[Scope, Any], bool | None]]] = {
    ast.Expr: _discarded,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Delete: _delete,
    ast.Return: _return,
    ast.Raise: _raise,
    ast.Assert: _assert,
    ast.Global: _outer,
    ast.Nonlocal: _outer,
    ast.Import: import_modules,
    ast.ImportFrom: import_names,
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
    ast.Pass: lambda _, __: None,
}
