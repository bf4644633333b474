"""Indents: how far the lines of an expression stand in that is put somewhere else."""

from typing import Any

import libcst as cst

from isolint.fixes.lines import lines_of
from isolint.fixes.tree import Tree, Unfixable


def moved(tree: Tree, expression: Any) -> Any:
    """An expression of several lines as it stands at the beginning of a line of any block."""
    line = tree.place(expression)[0]
    text = lines_of(tree.text)[line - 1]
    return expression.visit(_Shift(text[: len(text) - len(text.lstrip())], _around(tree, expression)))


def _around(tree: Tree, node: Any) -> str:
    """The indent of the block that a node stands in."""
    blocks = [each for each in tree.around(node) if isinstance(each, cst.IndentedBlock)]
    return "".join(tree.module.default_indent if b.indent is None else b.indent for b in blocks)


class _Shift(cst.CSTTransformer):
    """Takes the indent of the first line, `was`, off each other line, and leaves it to the new block to add its own."""

    def __init__(self, was: str, block: str) -> None:
        super().__init__()
        self._was, self._block = was, block

    def visit_FormattedString(self, node: Any) -> bool:  # noqa: ARG002, N802
        """What stands inside a string stays as it is."""
        return False

    visit_TemplatedString = visit_FormattedString  # noqa: N815

    def leave_ParenthesizedWhitespace(self, _node: Any, updated_node: Any) -> Any:  # noqa: N802  # libcst's name
        last = self._shifted(updated_node, updated_node.last_line)
        lines = [
            each.with_changes(indent=True, whitespace=self._shifted(each, each.whitespace)) if each.comment else each
            for each in updated_node.empty_lines
        ]
        return updated_node.with_changes(indent=True, last_line=last, empty_lines=lines)

    def _shifted(self, line: Any, space: cst.SimpleWhitespace) -> cst.SimpleWhitespace:
        whole = (self._block if line.indent else "") + space.value
        if not whole.startswith(self._was):
            raise Unfixable("a line of the default stands further left than its first one")
        return cst.SimpleWhitespace(whole.removeprefix(self._was))
