"""Calls: what is called, and with what."""

from typing import Any

import libcst as cst

from isolint.change import Await, Drop, Pass, Recall, Reword, Rewrite
from isolint.fixes.listing import inserted
from isolint.fixes.tree import Tree, Unfixable


def passed(tree: Tree, change: Pass) -> None:
    """One more argument: by position behind the others of that kind, by keyword behind all but `**mapping`."""
    call = tree.find(change.at, cst.Call)
    if any(each.keyword and each.keyword.value == change.keyword for each in call.args):
        raise Unfixable(f"line {change.at[0]} gives `{change.keyword}` already")
    tree.turn(call, lambda node: _with_argument(tree, node, change))


def recalled(tree: Tree, change: Recall) -> None:
    """Another callee, in the same parentheses."""
    call = tree.find(change.at, cst.Call)
    callee = tree.expression(change.callee)
    tree.turn(call, lambda node: node.with_changes(func=callee))


def dropped(tree: Tree, change: Drop) -> None:
    """A keyword argument less; `@name()` becomes `@name`."""
    call = tree.find(change.at, cst.Call)
    bare = isinstance(tree.parent(call), cst.Decorator)
    if all(each.keyword is None or each.keyword.value != change.keyword for each in call.args):
        raise Unfixable(f"line {change.at[0]} gives no `{change.keyword}`")

    def turn(node: Any) -> Any:
        left = [each for each in node.args if each.keyword is None or each.keyword.value != change.keyword]
        if not left:
            return node.func if bare else node.with_changes(args=())
        if node.args[-1] not in left:
            last = node.args[-1]
            left[-1] = left[-1].with_changes(comma=last.comma, whitespace_after_arg=last.whitespace_after_arg)
        return node.with_changes(args=left)

    tree.turn(call, turn)


def awaited(tree: Tree, change: Await) -> None:
    """The call awaited; in parentheses where something is done to what it gives."""
    call = tree.find(change.at, cst.Call)
    above = tree.parent(call)
    if isinstance(above, cst.Await):
        return
    tight = isinstance(above, cst.Attribute | cst.Subscript | cst.Call | cst.UnaryOperation | cst.BinaryOperation)

    def turn(node: Any) -> Any:
        bare = node.with_changes(lpar=(), rpar=())
        parentheses = (node.lpar or (cst.LeftParen(),), node.rpar or (cst.RightParen(),)) if tight else ((), ())
        return cst.Await(bare, lpar=parentheses[0], rpar=parentheses[1])

    tree.turn(call, turn)


def rewritten(tree: Tree, change: Rewrite) -> None:
    """Another expression."""
    found = tree.find(change.at, cst.BaseExpression)
    made = tree.expression(change.text)
    tree.turn(found, lambda node: made.with_changes(lpar=node.lpar, rpar=node.rpar) if node.lpar else made)


def reworded(tree: Tree, change: Reword) -> None:
    """Another expression for a literal that is an argument, or stands in one."""
    call = tree.find(change.at, cst.Call)
    made = tree.expression(change.text)
    found = [each for each in call.args if _literal(each.value) == change.value]
    if not found:
        raise Unfixable(f"line {change.at[0]} does not give {change.value}")
    for each in found:
        tree.turn(each.value, lambda _node: made)


def _literal(node: Any) -> str | None:
    """A string or number that is written out, as `repr` spells it."""
    value = getattr(node, "evaluated_value", None) if isinstance(node, cst.SimpleString | cst.Integer) else None
    return None if value is None else repr(value)


def _with_argument(tree: Tree, node: Any, change: Pass) -> Any:
    value = tree.expression(change.text)
    args = list(node.args)
    if change.keyword:
        equal = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
        made = cst.Arg(value, keyword=cst.Name(change.keyword), equal=equal)
        index = next((n for n, each in enumerate(args) if each.star == "**"), len(args))
    else:
        made = cst.Arg(value)
        index = next((n for n, each in enumerate(args) if each.keyword or each.star == "**"), len(args))
    return node.with_changes(args=inserted(args, index, made))
