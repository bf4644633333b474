"""Binding: which names statements bind and read, as far as the function that they stand in is concerned."""

from collections.abc import Iterable, Iterator
from typing import Any

import libcst as cst
from libcst.helpers import get_full_name_for_node

from isolint.fixes.index import children

_INNER = (cst.FunctionDef, cst.ClassDef, cst.Lambda)


def bound(nodes: Iterable[cst.CSTNode]) -> set[str]:
    """The names that nodes bind or delete, those of nested functions and comprehensions aside."""
    return {name for node in nodes for name in _bound(node)}


def read(nodes: Iterable[cst.CSTNode]) -> set[str]:
    """The names that nodes mention, for whatever purpose; attributes and keywords are no names."""
    return {name.value for node in nodes for name in _mentions(node)}


def _bound(top: cst.CSTNode) -> Iterator[str]:
    waiting = [top]
    while waiting:
        node = waiting.pop()
        match node:
            case cst.FunctionDef() | cst.ClassDef():
                yield node.name.value
            case cst.AssignTarget() | cst.AnnAssign() | cst.AugAssign() | cst.For() | cst.NamedExpr() | cst.Del():
                yield from _targets(node.target)
            case cst.AsName():
                yield from _targets(node.name)
            case cst.ImportAlias(asname=None):
                yield str(get_full_name_for_node(node.name)).partition(".")[0]
            case cst.Global() | cst.Nonlocal():
                yield from (each.name.value for each in node.names)
            case cst.MatchAs() | cst.MatchStar() if node.name is not None:
                yield node.name.value
            case cst.MatchMapping() if node.rest is not None:
                yield node.rest.value
        if not isinstance(node, (*_INNER, cst.CompFor)):
            waiting += children(node)


def _targets(node: Any) -> Iterator[str]:
    match node:
        case cst.Name():
            yield node.value
        case cst.Tuple() | cst.List():
            for element in node.elements:
                yield from _targets(element.value)


def _mentions(top: cst.CSTNode) -> Iterator[cst.Name]:
    waiting = [top]
    while waiting:
        node = waiting.pop()
        match node:
            case cst.Name():
                yield node
            case cst.Attribute():
                waiting.append(node.value)
            case cst.Arg():
                waiting.append(node.value)
            case _:
                waiting += children(node)
