"""Calls: what is called, and with what."""

from typing import Any

import libcst as cst
from libcst.helpers import get_full_name_for_node

from isolint.change import Await, Drop, Pass, Recall, Reword, Rewrite, Unawait
from isolint.fixes.index import within
from isolint.fixes.listing import inserted
from isolint.fixes.tree import Tree, Unfixable


def passed(tree: Tree, change: Pass) -> None:
    """One more argument: by position behind the others of that kind, by keyword behind all but `**mapping`."""
    call = tree.find(change.at, cst.Call)
    if any(each.keyword and each.keyword.value == change.keyword for each in call.args):
        raise Unfixable(f"line {change.at[0]} gives `{change.keyword}` already")
    if _is_decided(tree, call, change.text):
        raise Unfixable(f"line {change.at[0]} is reached or not by what `{change.text}` is")
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
    if not _may_await(tree, call):
        raise Unfixable(f"line {change.at[0]} cannot await what it calls")
    tight = isinstance(above, cst.Attribute | cst.Subscript | cst.Call | cst.Await)

    def turn(node: Any) -> Any:
        bare = node.with_changes(lpar=(), rpar=())
        parentheses = (node.lpar or (cst.LeftParen(),), node.rpar or (cst.RightParen(),)) if tight else ((), ())
        return cst.Await(bare, lpar=parentheses[0], rpar=parentheses[1])

    tree.turn(call, turn)


def resumed(tree: Tree, change: Unawait) -> None:
    """The call no longer awaited; parentheses that stood around both go, where only `await` needed them."""
    call = tree.find(change.at, cst.Call)
    above = tree.parent(call)
    if isinstance(above, cst.Await):
        tree.turn(above, lambda node: node.expression)


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
        tree.turn(each.value, lambda node: _quoted(made, node))


def _may_await(tree: Tree, call: Any) -> bool:
    """Whether a coroutine is what runs the call: a generator expression would become another thing by an `await`."""
    for above in tree.around(call):
        if isinstance(above, cst.FunctionDef):
            return above.asynchronous is not None
        if isinstance(above, cst.Lambda | cst.GeneratorExp | cst.ClassDef | cst.Decorator | cst.Param):
            return False
    return False


def _quoted(made: Any, literal: Any) -> Any:
    """A formatted string in the quotes of the literal that it stands for."""
    quote = literal.quote if isinstance(literal, cst.SimpleString) else ""
    if not isinstance(made, cst.FormattedString) or quote != "'" or "'" in cst.Module([]).code_for_node(made):
        return made
    return made.with_changes(start=made.start.replace('"', quote), end=quote)


def _is_decided(tree: Tree, call: Any, text: str) -> bool:
    """Whether a conditional expression around a call asks about what it would be given: `f(x) if x else f()`."""
    below: Any = call
    for above in tree.around(call):
        if isinstance(above, cst.BaseStatement | cst.Lambda):
            return False
        asked = above.left if isinstance(above, cst.BooleanOperation) else getattr(above, "test", None)
        if isinstance(above, cst.IfExp | cst.BooleanOperation) and asked is not below and _mentions(asked, text):
            return True
        below = above
    return False


def _mentions(node: Any, text: str) -> bool:
    """Whether an expression holds a name, or an attribute of one."""
    names = (each for each in within(node) if isinstance(each, cst.Name | cst.Attribute))
    return any(get_full_name_for_node(each) == text for each in names)


def _literal(node: Any) -> str | None:
    """A string, a number or None that is written out, as `repr` spells it."""
    if isinstance(node, cst.Name) and node.value == "None":
        return "None"
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
        plain = next((n for n, each in enumerate(args) if each.keyword or each.star == "**"), len(args))
        index = min(change.number, plain) if change.number >= 0 else plain
    if not args and isinstance(node.whitespace_before_args, cst.ParenthesizedWhitespace):
        return _alone(tree, node, made)
    return node.with_changes(args=inserted(args, index, made, node.whitespace_before_args))


def _alone(tree: Tree, node: Any, made: Any) -> Any:
    """A call whose parentheses hold line breaks and perhaps a comment, with a line for its one argument."""
    space = node.whitespace_before_args
    inner = space.last_line.with_changes(value=space.last_line.value + tree.module.default_indent)
    closing = cst.ParenthesizedWhitespace(indent=space.indent, last_line=space.last_line)
    argument = made.with_changes(comma=cst.Comma(whitespace_after=closing))
    return node.with_changes(args=[argument], whitespace_before_args=space.with_changes(last_line=inner))
