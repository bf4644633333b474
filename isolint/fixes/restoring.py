"""Restoring: statements that change the environment, done by a fixture that sets it back."""

from collections.abc import Sequence
from typing import Any, Final

import libcst as cst

from isolint.change import Restore
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.loads import inside
from isolint.fixes.tree import Tree, Unfixable

TEXTS: Final = (cst.FormattedString, cst.ConcatenatedString)
TRUSTED: Final = (cst.Name, cst.Attribute, cst.Call)  # what these give, who asked for the change knows


def restored(tree: Tree, change: Restore) -> None:
    """`setenv`, `delenv`, `chdir` and the like of the fixture, for what a statement does by hand."""
    small, line = _small(tree, change.at), change.at[0]
    match small:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript() as item)], value=value):
            _turned(tree, small, _call(change.fixture, "setenv", [_key(item, line), _text(value, line)]))
        case cst.Del(target=cst.Subscript() as item):
            _dropped(tree, small, item, change)
        case cst.Expr(value=cst.Call() as call):
            _of_call(tree, small, call, change)
        case _:
            raise Unfixable(f"line {line} holds another kind of statement")


def _small(tree: Tree, at: tuple[int, int, int, int]) -> Any:
    """The simple statement that an expression at a place is the beginning or the object of."""
    start = tree.at_start(at, cst.BaseExpression)
    for node in tree.around(start):
        if isinstance(node, cst.BaseSmallStatement):
            return node
        if isinstance(node, cst.BaseStatement | cst.Lambda | cst.BaseComp):
            break
    raise Unfixable(f"line {at[0]} holds another kind of statement")


def _of_call(tree: Tree, small: Any, call: cst.Call, change: Restore) -> None:
    line, name = change.at[0], call.func
    method = name.attr.value if isinstance(name, cst.Attribute) else name.value if isinstance(name, cst.Name) else ""
    if method == "update":
        _updated(tree, call, change)
        return
    given = [each.value for each in call.args]
    if any(each.keyword or each.star for each in call.args):
        raise Unfixable(f"line {line} gives its arguments by keyword")
    match method, given:
        case "pop", [key]:
            made = _call(change.fixture, "delenv", [key])
        case "pop", [key, _]:
            made = _call(change.fixture, "delenv", [key], quiet=True)
        case "putenv", [key, value]:
            made = _call(change.fixture, "setenv", [key, _text(value, line)])
        case "chdir", [folder]:
            made = _call(change.fixture, "chdir", [folder])
        case "insert", [_, folder]:
            made = _call(change.fixture, "syspath_prepend", [folder])
        case _:
            raise Unfixable(f"line {line} calls something else")
    _turned(tree, small, made)


def _turned(tree: Tree, small: Any, call: cst.Call) -> None:
    if len(inside(small, cst.Comment)) != len(inside(call, cst.Comment)):
        raise Unfixable(f"line {tree.lines(small)[0]} would lose a comment")
    tree.turn(small, lambda node: cst.Expr(call, semicolon=node.semicolon))


def _dropped(tree: Tree, small: Any, item: cst.Subscript, change: Restore) -> None:
    """`if key in os.environ: del os.environ[key]` says what `raising=False` does."""
    key = _key(item, change.at[0])
    holder = _asking(tree, small, item, key)
    if holder is None:
        _turned(tree, small, _call(change.fixture, "delenv", [key]))
        return
    made = cst.SimpleStatementLine([cst.Expr(_call(change.fixture, "delenv", [key], quiet=True))])
    tree.beside(holder, BodyEdit(lambda first, rest: ([made.with_changes(leading_lines=first.leading_lines)], rest)))


def _asking(tree: Tree, small: Any, item: cst.Subscript, key: cst.BaseExpression) -> cst.If | None:
    """The `if` that asks whether the key is there, and holds nothing else."""
    line = tree.parent(small)
    block = tree.parent(line)
    holder = tree.parent(block) if isinstance(block, cst.IndentedBlock) else block
    if not isinstance(holder, cst.If) or holder.orelse or not isinstance(tree.parent(holder), cst.IndentedBlock):
        return None
    match holder.test:
        case cst.Comparison(left=left, comparisons=[cst.ComparisonTarget(operator=cst.In(), comparator=base)]):
            same = left.deep_equals(key) and base.deep_equals(item.value)
            alone = len(holder.body.body) == 1 and (not isinstance(block, cst.IndentedBlock) or len(line.body) == 1)  # type: ignore[attr-defined]  # a SimpleStatementLine
            bare = "#" not in tree.module.code_for_node(holder.with_changes(leading_lines=()))
            return holder if same and alone and bare else None
    return None


def _updated(tree: Tree, call: cst.Call, change: Restore) -> None:
    """One statement for each key that is written out."""
    line, pairs = change.at[0], list[tuple[cst.BaseExpression, cst.BaseExpression]]()
    for each in call.args:
        match each:
            case cst.Arg(keyword=cst.Name(value=name)):
                pairs.append((cst.SimpleString(f'"{name}"'), each.value))
            case cst.Arg(star="", value=cst.Dict(elements=elements)):
                pairs += [_pair(element, line) for element in elements]
            case _:
                raise Unfixable(f"line {line} does not write its keys out")
    if "#" in tree.module.code_for_node(call) or not pairs:
        raise Unfixable(f"line {line} has comments among its keys")
    statement = tree.statement(change.at)
    made = [_line(_call(change.fixture, "setenv", [key, _text(value, line)])) for key, value in pairs]

    def make(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        made[0] = made[0].with_changes(leading_lines=first.leading_lines)
        made[-1] = made[-1].with_changes(trailing_whitespace=first.trailing_whitespace)
        return made, rest

    tree.beside(statement, BodyEdit(make))


def _line(call: cst.Call) -> Any:
    return cst.SimpleStatementLine([cst.Expr(call)])


def _pair(element: Any, line: int) -> tuple[cst.BaseExpression, cst.BaseExpression]:
    if not isinstance(element, cst.DictElement):
        raise Unfixable(f"line {line} does not write its keys out")
    return element.key, element.value


def _key(item: cst.Subscript, line: int) -> cst.BaseExpression:
    match item.slice:
        case [cst.SubscriptElement(slice=cst.Index(value=key, star=None))]:
            return key
    raise Unfixable(f"line {line} takes a slice")


def _text(value: cst.BaseExpression, line: int) -> cst.BaseExpression:
    """The value, where it is a string for certain."""
    if not _is_text(value) and not isinstance(value, TRUSTED):
        raise Unfixable(f"line {line} may set what is no string")
    return value


def _is_text(value: cst.BaseExpression) -> bool:
    match value:
        case cst.SimpleString(value=text):
            return "b" not in text[: text.index(text[-1])].lower()
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            return _is_text(left) or _is_text(right)
        case cst.BinaryOperation(left=left, operator=cst.Modulo()):
            return _is_text(left)
        case cst.IfExp(body=body, orelse=otherwise):
            return all(_is_text(each) or isinstance(each, TRUSTED) for each in (body, otherwise))
    return isinstance(value, TEXTS)


def _call(fixture: str, method: str, values: Sequence[cst.BaseExpression], *, quiet: bool = False) -> cst.Call:
    args = [cst.Arg(value) for value in values]
    if quiet:
        equal = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
        args.append(cst.Arg(cst.Name("False"), keyword=cst.Name("raising"), equal=equal))
    return cst.Call(cst.Attribute(cst.Name(fixture), cst.Name(method)), args)
