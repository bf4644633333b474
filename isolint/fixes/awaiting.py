"""Awaiting: does a coroutine function wait for anything itself?"""

import libcst as cst

from isolint.fixes.index import children


def awaits(function: cst.FunctionDef) -> bool:
    """Whether its body awaits, or has a loop or `with` that does; functions that it defines wait for themselves."""
    waiting: list[cst.CSTNode] = [function.body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Await):
            return True
        if isinstance(node, cst.For | cst.With | cst.CompFor) and node.asynchronous is not None:
            return True
        if not isinstance(node, cst.FunctionDef | cst.Lambda):
            waiting += children(node)
    return False
