"""Rigid: what stands inside a string of several lines keeps its place, whatever block is put around it."""

import re
from typing import Any, Final

import libcst as cst

_LONG: Final = re.compile(r"\b(?:[fFtT][rR]?|[rR][fFtT])(?:'''|\"\"\")")


def rigid(module: cst.Module, text: str) -> cst.Module:
    """The same module, in which blanks within the braces of strings belong to the string and not to a block.

    They are part of what `f'''{x = }'''` gives.
    """
    if not _LONG.search(text):
        return module
    made = module.visit(_Rigid(module.default_indent))
    return made if isinstance(made, cst.Module) else module


class _Rigid(cst.CSTTransformer):
    """Writes the indents of blocks out, where they stand inside a string."""

    def __init__(self, indent: str) -> None:
        super().__init__()
        self._default = indent
        self._indents: list[str] = []
        self._strings = 0

    def visit_IndentedBlock(self, node: cst.IndentedBlock) -> None:  # noqa: N802  # libcst's interface
        self._indents.append(self._default if node.indent is None else node.indent)

    def leave_IndentedBlock(self, original_node: Any, updated_node: Any) -> Any:  # noqa: ARG002, N802
        self._indents.pop()
        return updated_node

    def visit_FormattedString(self, node: Any) -> None:  # noqa: ARG002, N802
        self._strings += 1

    def leave_FormattedString(self, original_node: Any, updated_node: Any) -> Any:  # noqa: ARG002, N802
        self._strings -= 1
        return updated_node

    visit_TemplatedString = visit_FormattedString  # noqa: N815
    leave_TemplatedString = leave_FormattedString  # noqa: N815

    def leave_ParenthesizedWhitespace(self, original_node: Any, updated_node: Any) -> Any:  # noqa: ARG002, N802
        if not self._strings:
            return updated_node
        last = updated_node.last_line
        if updated_node.indent:
            last = last.with_changes(value="".join(self._indents) + last.value)
        lines = [self._written_out(each) for each in updated_node.empty_lines]
        return updated_node.with_changes(indent=False, last_line=last, empty_lines=lines)

    def _written_out(self, line: Any) -> Any:
        if not line.indent:
            return line
        space = line.whitespace.with_changes(value="".join(self._indents) + line.whitespace.value)
        return line.with_changes(indent=False, whitespace=space)
