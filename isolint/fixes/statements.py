"""Statements: put in and taken away."""

from typing import Any

import libcst as cst

from isolint.change import Insert, Remove
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.tree import Tree


def put(tree: Tree, change: Insert) -> None:
    """Statements beside a statement, or at an end of a body."""
    made = list(tree.parsed(change.code))
    match change.where:
        case "before":
            tree.beside(tree.statement(change.at), BodyEdit(lambda first, rest: (_before(first, made), rest)))
        case "after":
            tree.beside(tree.statement(change.at), BodyEdit(lambda first, rest: ([first, *made], rest)))
        case _:
            _inside(tree, tree.defined(change.at), made, change.where)


def taken(tree: Tree, change: Remove) -> None:
    """A statement less; the comments above it go with it."""
    tree.beside(tree.statement(change.at), BodyEdit(lambda _first, rest: ([], rest)))


def _before(first: Any, made: list[Any]) -> list[Any]:
    """New statements below the blank lines above a statement, and above its comments."""
    lines = list(first.leading_lines)
    comment = next((n for n, line in enumerate(lines) if line.comment), len(lines))
    head, *others = made
    head = head.with_changes(leading_lines=[*lines[:comment], *head.leading_lines])
    return [head, *others, first.with_changes(leading_lines=lines[comment:])]


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
        tree.beside(last, BodyEdit(lambda found, rest: ([found, *made], rest)))
    elif is_docstring(first):
        tree.beside(first, BodyEdit(lambda found, rest: ([found, *made], rest)))
    else:
        tree.beside(first, BodyEdit(lambda found, rest: ([*made, found], rest)))


def is_docstring(statement: Any) -> bool:
    """Whether a statement is a string and nothing else."""
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    return isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString | cst.ConcatenatedString)
