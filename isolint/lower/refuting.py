"""Refuting: whether a test holds where something does not."""

import ast


def refutes(node: ast.expr) -> bool:
    """Whether a test is `not x`, `x not in y`, or `all(x not in y for y in z)`."""
    kind = type(node)
    if kind is ast.Compare:
        for op in node.ops:  # type: ignore[attr-defined]  # kind says it
            if type(op) is ast.NotIn:
                return True
    elif kind is ast.UnaryOp:
        return type(node.op) is ast.Not  # type: ignore[attr-defined]  # as above
    elif kind is ast.Call:
        match node:
            case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner)]):
                return refutes(inner)
    return False
