"""Razing: statements taken away together with the `if` that held nothing else."""

from typing import Any

import libcst as cst

from isolint.change import Raze
from isolint.fixes.blanks import parted
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.tree import Tree, Unfixable


def razed(tree: Tree, change: Raze) -> None:
    """The widest `if` around a place that holds just as many statements, or the only statement there, with comments."""
    found = tree.statement(change.at)
    while isinstance(found, cst.If) or _leaves(found) < change.statements:
        around = _holder(tree, found)
        if around is None:
            break
        found = around
    while (around := _holder(tree, found)) is not None and _leaves(around) == change.statements:
        found = around
    if _leaves(found) != change.statements:
        raise Unfixable(f"line {change.at[0]} is not alone in its block")
    block = tree.parent(found)
    if not isinstance(block, cst.Module | cst.IndentedBlock):
        raise Unfixable(f"line {change.at[0]} stands in a branch of its own")
    index = next(n for n, each in enumerate(block.body) if each is found)
    tree.beside(found, BodyEdit(lambda first, rest: ([], _closed_up(first, rest, leads=index == 0))))
    if index + 1 < len(block.body):
        tree.touched.append(tree.lines(block.body[index + 1]))


def _holder(tree: Tree, node: cst.CSTNode) -> cst.If | None:
    """The `if` whose branch a statement, or an `elif`, is in."""
    above = tree.parent(node)
    if isinstance(above, cst.IndentedBlock):
        above = tree.parent(above)
    if isinstance(above, cst.Else):
        above = tree.parent(above)
    return above if isinstance(above, cst.If) else None


def _leaves(node: Any) -> int:
    """How many statements stand in an `if`, with those of its branches; 1 for any other statement."""
    if not isinstance(node, cst.If):
        return 1
    found = sum(_leaves(each) if isinstance(each, cst.BaseStatement) else 1 for each in node.body.body)
    match node.orelse:
        case cst.If() as following:
            return found + _leaves(following)
        case cst.Else() as otherwise:
            return found + sum(_leaves(each) for each in otherwise.body.body)
    return found


def _closed_up(first: Any, rest: list[Any], *, leads: bool) -> list[Any]:
    """What follows, below the blank lines that stood above; at the beginning of a block there are none."""
    if not rest:
        return rest
    following, *others = rest
    own = list(following.leading_lines)
    above = [line for line in first.leading_lines if line.comment is None]
    if leads:
        own = parted(following)[1].leading_lines
    elif len(above) > len([line for line in own if line.comment is None]):
        own = [*above, *own]
    return [following.with_changes(leading_lines=own), *others]
