"""Defaults: made anew by each call, behind `if x is None`, not once with the function."""

from typing import Any

import libcst as cst

from isolint.change import Default
from isolint.fixes.binding import bound
from isolint.fixes.blanks import parted
from isolint.fixes.indents import moved
from isolint.fixes.loads import inside, loads
from isolint.fixes.optional import optional
from isolint.fixes.statements import is_docstring, lines_of_suite
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
    local = bound(function.body.body) | {each.name.value for each in inside(function.params, cst.Param)}
    for above in tree.around(function):
        if isinstance(above, cst.ClassDef):
            local |= bound(above.body.body)
    if said & local:
        raise Unfixable(f"`{min(said & local)}` means something else inside the function")
    if inside(parameter.default, cst.NamedExpr):
        raise Unfixable("the default binds a name")
    for each in inside(function.body, cst.Comparison):
        sides = [each.left, *[target.comparator for target in each.comparisons]]
        if any(_is(s, name) for s in sides) and any(_is(s, "None") for s in sides):
            raise Unfixable(f"the function tells None apart for `{name}`")
    _check_memory(tree, function, name)


def _check_memory(tree: Tree, function: Any, name: str) -> None:
    """Raises Unfixable where calls may remember what came before on purpose: `if key in seen: return`.

    In a loop it is what this call has seen, as it is where the function hands it on to itself.
    """
    own = function.name.value
    for call in inside(function.body, cst.Call):
        called = call.func.attr if isinstance(call.func, cst.Attribute) else call.func
        if _is(called, own) and any(_is(each.value, name) for each in call.args):
            return
    asked = [
        each for each in inside(function.body, cst.Comparison)
        if any(isinstance(t.operator, cst.In | cst.NotIn) and _is(t.comparator, name) for t in each.comparisons)
    ]  # fmt: skip
    asked = [each for each in asked if isinstance(tree.parent(each), cst.If)]
    counted = [
        each for each in inside(function.body, cst.AugAssign)
        if isinstance(each.target, cst.Subscript) and _is(each.target.value, name)
    ]  # fmt: skip
    if any(not _repeats(tree, each, function) for each in (*asked, *counted)):
        raise Unfixable(f"`{name}` may be there to remember what earlier calls did")


def _repeats(tree: Tree, node: Any, function: Any) -> bool:
    """Whether a node stands in a loop of the function, or in one of the functions in it."""
    for above in tree.around(node):
        if above is function:
            return False
        if isinstance(above, cst.For | cst.While | cst.FunctionDef | cst.Lambda):
            return True
    return False


def _is(node: Any, name: str) -> bool:
    return isinstance(node, cst.Name) and node.value == name


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
    return cst.IndentedBlock(_placed(lines_of_suite(body), guard, earlier))


def _placed(statements: list[Any], guard: Any, earlier: list[str]) -> list[Any]:
    """The statements with the guard: behind a docstring and the guards of earlier parameters."""
    index = 1 if is_docstring(statements[0]) else 0
    documented = index > 0
    while index < len(statements) and _guards(statements[index], earlier):
        index += 1
    if index == len(statements):
        return [*statements, guard]
    following = statements[index]
    if index == documented and not _guards(following, None):  # the first guard has the blank lines above it
        blank, following = parted(following)
        guard = guard.with_changes(leading_lines=blank)
        if isinstance(following, cst.FunctionDef | cst.ClassDef):
            following = following.with_changes(leading_lines=[cst.EmptyLine(indent=False), *following.leading_lines])
    elif index == documented:
        guard = guard.with_changes(leading_lines=following.leading_lines)
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
