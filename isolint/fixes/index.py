"""Index: the nodes of a tree by their places, and what holds each of them; made when it is first asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, cached_property
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from isolint.change import Place


class Index:
    """What is known of a module's nodes."""

    def __init__(self, module: cst.Module) -> None:
        self._module = module

    @cached_property
    def places(self) -> Mapping[cst.CSTNode, Place]:
        """Where each node stands, without the parentheses and blanks around it."""
        wrapper = MetadataWrapper(self._module, unsafe_skip_copy=True)
        # `wrapper.resolve` does this, and then goes through the whole tree once more for nobody.
        found = PositionProvider()._gen(wrapper)  # noqa: SLF001
        return {node: _place(each) for node, each in found.items() if isinstance(each, CodeRange)}

    @cached_property
    def at(self) -> Mapping[Place, Sequence[cst.CSTNode]]:
        """The nodes at exactly a place."""
        found: dict[Place, list[cst.CSTNode]] = {}
        for node, place in self.places.items():
            found.setdefault(place, []).append(node)
        return found

    @cached_property
    def starts(self) -> Mapping[tuple[int, int], Sequence[cst.CSTNode]]:
        """The nodes that begin at a line and column."""
        found: dict[tuple[int, int], list[cst.CSTNode]] = {}
        for node, place in self.places.items():
            found.setdefault(place[:2], []).append(node)
        return found

    def parent(self, node: cst.CSTNode) -> cst.CSTNode | None:
        """The node that holds another one; None for the module."""
        return self._parents.get(id(node))

    @cached_property
    def _parents(self) -> Mapping[int, cst.CSTNode]:
        found: dict[int, cst.CSTNode] = {}
        waiting: list[cst.CSTNode] = [self._module]
        while waiting:
            node = waiting.pop()
            for child in children(node):
                found[id(child)] = node
                waiting.append(child)
        return found


def children(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """What a node holds; a good deal faster than libcst's own property, which visits it."""
    for name in _fields(type(node)):
        value: Any = getattr(node, name)
        if isinstance(value, cst.CSTNode):
            yield value
        elif isinstance(value, list | tuple):
            yield from (each for each in value if isinstance(each, cst.CSTNode))


def within(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """A node and all that it holds, in no order."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += children(each)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _place(found: CodeRange) -> Place:
    return found.start.line, found.start.column + 1, found.end.line, found.end.column + 1
