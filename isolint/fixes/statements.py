"""Statements: put in and taken away."""

from typing import Any, Final

import libcst as cst

from isolint.change import Insert, Remove
from isolint.fixes.blanks import parted
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.tree import Tree

_DEFINITIONS: Final = (cst.FunctionDef, cst.ClassDef)


def put(tree: Tree, change: Insert) -> None:
    """Statements beside a statement, or at an end of a body."""
    made = list(tree.parsed(change.code))
    match change.where:
        case "before":
            edit = BodyEdit(lambda first, rest: (_before(first, made), rest), precedes=True)
            tree.beside(tree.statement(change.at), edit)
        case "after":
            statement = tree.statement(change.at)
            blanks = 2 if isinstance(tree.parent(statement), cst.Module) else 1
            apart = _apart(made, blanks=blanks)
            below = blanks if isinstance(made[-1], _DEFINITIONS) else 0
            tree.beside(statement, BodyEdit(lambda first, rest: ([first, *apart], _below(rest, blanks=below))))
        case _:
            _inside(tree, tree.defined(change.at), made, change.where)


def taken(tree: Tree, change: Remove) -> None:
    """A statement less; the comments above it go with it."""
    statement = tree.statement(change.at)
    body = tree.parent(statement).body  # type: ignore[attr-defined]  # a block
    if body[0] is not statement or len(body) == 1:
        tree.beside(statement, BodyEdit(lambda _first, rest: ([], rest)))
        return
    tree.beside(statement, BodyEdit(lambda _first, rest: ([], _at_first(rest))))
    tree.touched.append(tree.lines(body[1]))


def _at_first(rest: list[Any]) -> list[Any]:
    """Statements that now begin a block, without the blank lines above them."""
    if not rest:
        return rest
    first, *others = rest
    return [parted(first)[1], *others]


def _apart(made: list[Any], *, blanks: int) -> list[Any]:
    """New statements, a definition at their beginning below blank lines."""
    head, *others = made
    if isinstance(head, _DEFINITIONS):
        head = head.with_changes(leading_lines=[cst.EmptyLine(indent=False)] * blanks)
    return [head, *others]


def _below(rest: list[Any], *, blanks: int) -> list[Any]:
    """Statements that now follow a definition, below blank lines."""
    if not rest:
        return rest
    first, *others = rest
    missing = [cst.EmptyLine(indent=False)] * (blanks - len(parted(first)[0]))
    return [first.with_changes(leading_lines=[*missing, *first.leading_lines]), *others]


def _before(first: Any, made: list[Any]) -> list[Any]:
    """New statements below the blank lines above a statement, and above its comments."""
    blank, first = parted(first)
    head, *others = made
    return [head.with_changes(leading_lines=[*blank, *head.leading_lines]), *others, first]


def _inside(tree: Tree, defined: Any, made: list[Any], where: str) -> None:
    body = defined.body
    if isinstance(body, cst.SimpleStatementSuite):

        def turn(node: Any) -> Any:
            line = cst.SimpleStatementLine(node.body, trailing_whitespace=node.trailing_whitespace)
            return cst.IndentedBlock([*made, line] if where == "begin" else [line, *made])

        tree.turn(body, turn, touched=body)
        return
    first, last = body.body[0], body.body[-1]
    if where == "end":
        apart = _apart(made, blanks=1)
        tree.beside(last, BodyEdit(lambda found, rest: ([found, *apart], rest)))
    elif is_docstring(first):
        tree.beside(first, BodyEdit(lambda found, rest: ([found, *made], rest)))
    else:
        tree.beside(first, BodyEdit(lambda found, rest: ([*made, found], rest), precedes=True))


def is_docstring(statement: Any) -> bool:
    """Whether a statement is a string and nothing else."""
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    return isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString | cst.ConcatenatedString)


def lines_of_suite(suite: Any) -> list[Any]:
    """The statements behind a colon, each as a line of its own."""
    lines = [cst.SimpleStatementLine([each.with_changes(semicolon=cst.MaybeSentinel.DEFAULT)]) for each in suite.body]
    lines[-1] = lines[-1].with_changes(trailing_whitespace=suite.trailing_whitespace)
    return lines
