"""Enlisting: one more item of a list that a module is given at its top."""

from typing import Any

import libcst as cst

from isolint.change import Enlist
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.listing import enclosed
from isolint.fixes.statements import is_docstring
from isolint.fixes.tree import Tree, Unfixable

_BLANK = cst.EmptyLine(indent=False)


def enlisted(tree: Tree, change: Enlist) -> None:
    """The item in the list, beside a single value, or as the value of a new assignment behind the imports."""
    found = [each for each in tree.module.body if _assigned(each, change.name) is not None]
    made = tree.expression(change.text)
    match found:
        case []:
            _declared(tree, change)
        case [statement]:
            value = _assigned(statement, change.name)
            _extended(tree, value, made)
        case _:
            raise Unfixable(f"`{change.name}` is assigned several times")


def _assigned(statement: Any, name: str) -> Any:
    """What a statement assigns to a name and to nothing else, or None."""
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    match small:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=bound))], value=value):
            return value if bound == name else None
        case cst.AnnAssign(target=cst.Name(value=bound), value=value):
            return value if bound == name else None
    return None


def _extended(tree: Tree, value: Any, made: cst.BaseExpression) -> None:
    match value:
        case cst.List():
            tree.turn(value, lambda node: _one_more(node, made))
        case cst.Tuple() | cst.BinaryOperation():
            raise Unfixable("what is there is no list")
        case _:
            tree.turn(value, lambda node: cst.List([cst.Element(node), cst.Element(made)]))


def _one_more(node: Any, made: cst.BaseExpression) -> Any:
    items, opening, closing = list(node.elements), node.lbracket.whitespace_after, node.rbracket.whitespace_before
    items, closing = enclosed(items, len(items), cst.Element(made), opening, closing)
    return node.with_changes(elements=items, rbracket=node.rbracket.with_changes(whitespace_before=closing))


def _declared(tree: Tree, change: Enlist) -> None:
    """A statement of its own, apart from what is around it."""
    made = tree.parsed(f"{change.name} = {change.text}")[0]
    before = _imports_end(tree)
    if before is None:
        _first(tree, made)
        return

    def make(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        if rest and not any(line.comment is None for line in rest[0].leading_lines[:1]):
            rest = [rest[0].with_changes(leading_lines=[_BLANK, *rest[0].leading_lines]), *rest[1:]]
        return [first, made.with_changes(leading_lines=[_BLANK])], rest

    tree.beside(before, BodyEdit(make))


def _first(tree: Tree, made: Any) -> None:
    """At the top of a file without imports."""
    if not tree.module.body:
        raise Unfixable("the file has no statements")
    blanks = [_BLANK, _BLANK]

    def make(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        lines = [line for line in first.leading_lines if line.comment]
        return [made, first.with_changes(leading_lines=[*blanks, *lines])], rest

    tree.beside(tree.module.body[0], BodyEdit(make, precedes=True))


def _imports_end(tree: Tree) -> Any:
    """The last import before anything is defined, or what sets the path for it, or the docstring, or None."""
    last = None
    for number, statement in enumerate(tree.module.body):
        if isinstance(statement, cst.FunctionDef | cst.ClassDef):
            break
        sets_path = "sys.path" in tree.module.code_for_node(statement)
        if _is_import(statement) or sets_path or (number == 0 and is_docstring(statement)):
            last = statement
    return last


def _is_import(statement: Any) -> bool:
    """Whether a statement imports, be it where something can be imported or is only checked."""
    if isinstance(statement, cst.SimpleStatementLine):
        return isinstance(statement.body[-1], cst.Import | cst.ImportFrom)
    if isinstance(statement, cst.If | cst.Try) and isinstance(statement.body, cst.IndentedBlock):
        return all(_is_import(each) for each in statement.body.body)
    return False
