"""Refuting: whether a test holds where something does not."""

import ast


def refutes(node: ast.expr) -> bool:
    """Whether a test is `not x`, `x not in y`, or `all(x not in y for y in z)`."""
    match node:
        case ast.UnaryOp(op=ast.Not()):
            return True
        case ast.Compare(ops=ops):
            return any(type(op) is ast.NotIn for op in ops)
        case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp(elt=inner) | ast.ListComp(elt=inner)]):
            return refutes(inner)
    return False
