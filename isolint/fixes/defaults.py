"""Defaults: made anew by each call, behind `if x is None`, not once with the function."""

from collections.abc import Iterator
from typing import Any

import libcst as cst

from isolint.change import Default
from isolint.fixes.indents import moved
from isolint.fixes.loads import inside, loads
from isolint.fixes.optional import optional
from isolint.fixes.statements import is_docstring
from isolint.fixes.tree import Tree, Unfixable


def guarded(tree: Tree, change: Default) -> None:
    """The default None, and a guard behind the docstring and the guards of the parameters that come before."""
    function = tree.defined(change.at)
    every = [*function.params.posonly_params, *function.params.params, *function.params.kwonly_params]
    names = [str(each.name.value) for each in every]
    if change.parameter not in names:
        raise Unfixable(f"line {change.at[0]} has no parameter `{change.parameter}`")
    parameter = every[names.index(change.parameter)]
    if parameter.default is None:
        raise Unfixable(f"`{change.parameter}` has no default")
    _check(tree, function, parameter)
    note = optional(tree, parameter.annotation) if parameter.annotation else None
    guard = _guard(tree, function, parameter)
    tree.turn(parameter, lambda node: _with_none(node, note))
    tree.touched.append((tree.lines(parameter.name)[0], tree.lines(parameter.default)[1]))
    _put(tree, function, guard, names[: names.index(change.parameter)])


def _check(tree: Tree, function: Any, parameter: Any) -> None:
    """Raises Unfixable where the default would mean something else inside, or where None means something there."""
    name = parameter.name.value
    said = {*loads(parameter.default)}
    local = {each.value for each in inside(function, cst.Name) if isinstance(tree.parent(each), cst.AssignTarget)}
    local |= {each.name.value for each in inside(function.params, cst.Param)}
    for above in tree.around(function):
        if isinstance(above, cst.ClassDef):
            local |= {each.value for each in _bound(above.body)}
    if said & local:
        raise Unfixable(f"`{min(said & local)}` means something else inside the function")
    if inside(parameter.default, cst.NamedExpr):
        raise Unfixable("the default binds a name")
    for each in inside(function.body, cst.Comparison):
        sides = [each.left, *[target.comparator for target in each.comparisons]]
        if any(_is(s, name) for s in sides) and any(_is(s, "None") for s in sides):
            raise Unfixable(f"the function tells None apart for `{name}`")


def _is(node: Any, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name


def _bound(body: Any) -> Iterator[Any]:
    """The names that the statements of a class body assign to, or define."""
    for statement in body.body:
        if isinstance(statement, cst.FunctionDef | cst.ClassDef):
            yield statement.name
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            targets = (
                [t.target for t in small.targets] if isinstance(small, cst.Assign) else [getattr(small, "target", None)]
            )
            yield from (each for each in targets if isinstance(each, cst.Name))


def _with_none(node: Any, note: Any) -> Any:
    return node.with_changes(default=cst.Name("None"), annotation=note or node.annotation)


def _guard(tree: Tree, function: Any, parameter: Any) -> Any:
    """`if x is None: x = ..`, in the indentation of the function's body."""
    name = parameter.name.value
    body = function.body
    own = body.indent if isinstance(body, cst.IndentedBlock) else None
    value = moved(tree, parameter.default)
    unit = tree.module.default_indent if own is None else own
    head = f"if {name} is None:\n{unit}{name} = None"
    made = tree.parsed(head)[0]
    line = made.body.body[0]
    assign = line.body[0].with_changes(value=value)
    inner = made.body.with_changes(body=[line.with_changes(body=[assign])], indent=own)
    return made.with_changes(body=inner)


def _put(tree: Tree, function: Any, guard: Any, earlier: list[str]) -> None:
    """The guard where it belongs in the function's body."""
    body = function.body
    tree.turn(function, lambda node: node.with_changes(body=_opened(node.body, guard, earlier)), touched=function.name)
    if isinstance(body, cst.SimpleStatementSuite):
        tree.touched.append(tree.lines(body))
        return
    for number, statement in enumerate(body.body):
        first, last = tree.lines(statement)
        if not (number == 0 and is_docstring(statement)) and not _guards(statement, earlier):
            tree.touched.append((first, first + len(statement.leading_lines) - 1))
            return
        tree.touched.append((first, last))


def _opened(body: Any, guard: Any, earlier: list[str]) -> Any:
    """A body with the guard; a suite on the line of its `def` becomes a block of its own."""
    if isinstance(body, cst.IndentedBlock):
        return body.with_changes(body=_placed(list(body.body), guard, earlier))
    lines = [cst.SimpleStatementLine([each.with_changes(semicolon=cst.MaybeSentinel.DEFAULT)]) for each in body.body]
    lines[-1] = lines[-1].with_changes(trailing_whitespace=body.trailing_whitespace)
    return cst.IndentedBlock(_placed(lines, guard, earlier))


def _placed(statements: list[Any], guard: Any, earlier: list[str]) -> list[Any]:
    """The statements with the guard: behind a docstring and the guards of earlier parameters."""
    index = 1 if is_docstring(statements[0]) else 0
    documented = index > 0
    while index < len(statements) and _guards(statements[index], earlier):
        index += 1
    if index == len(statements):
        return [*statements, guard]
    following = statements[index]
    lines = list(following.leading_lines)
    comment = next((n for n, line in enumerate(lines) if line.comment), len(lines))
    if index == documented and not _guards(following, None):  # the first guard has the blank lines above it
        guard = guard.with_changes(leading_lines=lines[:comment])
        following = following.with_changes(leading_lines=lines[comment:])
    elif index == documented:
        guard = guard.with_changes(leading_lines=lines)
        following = following.with_changes(leading_lines=[])
    return [*statements[:index], guard, following, *statements[index + 1 :]]


def _guards(statement: Any, names: list[str] | None) -> bool:
    """Whether a statement is `if x is None:` for one of these names, or for any."""
    test = statement.test if isinstance(statement, cst.If) else None
    if not isinstance(test, cst.Comparison) or not isinstance(test.left, cst.Name) or len(test.comparisons) != 1:
        return False
    target = test.comparisons[0]
    told = isinstance(target.operator, cst.Is) and _is(target.comparator, "None")
    return told and (names is None or test.left.value in names)
