"""Loads: the names that code of one scope reads."""

from collections.abc import Iterator
from typing import Any

import libcst as cst

from isolint.fixes.index import children, within


def inside(node: Any, kind: type) -> list[Any]:
    """The nodes of a kind in another one, itself included."""
    return [each for each in within(node) if isinstance(each, kind)]


def loads(node: Any) -> Iterator[str]:
    """The names that are read here, not in the bodies of functions; of `a.b` that is `a`."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        match each:
            case cst.Name(value=str(name)):
                yield name
            case cst.Attribute(value=inner):
                waiting.append(inner)
            case cst.Arg(value=inner):
                waiting.append(inner)
            case cst.AssignTarget(target=cst.Name()):
                pass
            case cst.AnnAssign(target=cst.Name(), value=value, annotation=note):
                waiting += [note, *([value] if value else [])]
            case cst.FunctionDef(decorators=decorators, params=params):
                waiting += [*decorators, params]
            case cst.Param(default=default, annotation=note):
                waiting += [part for part in (default, note) if part]
            case _:
                waiting.extend(children(each))
