"""Operands: a chain of operators, of any length, followed in a loop."""

import ast


def operands(node: ast.BinOp) -> tuple[list[ast.expr], bool]:
    """What a chain of operators stands between, from the left, and whether it is all `|`."""
    parts: list[ast.expr] = []
    left: ast.expr = node
    only_or = True
    while type(left) is ast.BinOp:
        parts.append(left.right)
        only_or = only_or and type(left.op) is ast.BitOr
        left = left.left
    return [left, *parts[::-1]], only_or
