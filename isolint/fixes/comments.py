"""Comments: parts of them reworded, or taken away."""

import re
from typing import Any, Final

import libcst as cst

from isolint.change import Comment
from isolint.fixes.tree import Tree, Unfixable

_KEYED: Final = re.compile(r"[\w-]+\s*:")  # `noqa:`, `type: ignore`, `isolint: ..`


def reworded(tree: Tree, change: Comment) -> None:
    """Another text for a comment, or for a part of one; what is left of a line has no blanks at its end."""
    comment = tree.over(change.at, cst.Comment)
    line, column, *_ = tree.place(comment)
    part = comment.value[change.at[1] - column : change.at[3] - column]
    holder = tree.parent(comment)
    alone = isinstance(holder, cst.EmptyLine)
    tree.turn(holder, lambda node: _with_part(node, part, change.text), touched=comment)
    if alone and part == comment.value and not change.text:
        if _goes_on(tree, line):
            raise Unfixable(f"the comment of line {line} may go on below it")
        _close_up(tree, line)


def _with_part(holder: Any, part: str, text: str) -> Any:
    """What holds a comment, with another text for a part of it; other parts may have been changed before."""
    if not isinstance(holder, cst.EmptyLine | cst.TrailingWhitespace) or holder.comment is None:
        return holder
    value = holder.comment.value
    found = re.search(re.escape(part) + r"(?=\s|$)", value)
    if found is None:
        return holder
    before, after = value[: found.start()], value[found.end() :]
    left = f"{before}{text}{after}" if text else f"{before}{after.lstrip()}".rstrip()
    if left:
        return holder.with_changes(comment=holder.comment.with_changes(value=left))
    if isinstance(holder, cst.EmptyLine):
        return cst.RemoveFromParent()
    return holder.with_changes(comment=None, whitespace=cst.SimpleWhitespace(""))


def _goes_on(tree: Tree, line: int) -> bool:
    """Whether the line below holds nothing but the rest of a sentence."""
    below = _empty(tree, line + 1)
    text = below.comment.value.lstrip("#: ") if below is not None and below.comment is not None else ""
    return text[:1].islower() and not _KEYED.match(text)


def _close_up(tree: Tree, line: int) -> None:
    """Where the comment stood between blank lines, or above some at the top of the file, no hole is left."""
    above, below = _empty(tree, line - 1), _empty(tree, line + 1)
    hole = line == 1 or (above is not None and above.comment is None)
    while hole and below is not None and below.comment is None:
        tree.turn(below, lambda _node: cst.RemoveFromParent())
        line += 1
        below = _empty(tree, line + 1)


def _empty(tree: Tree, line: int) -> Any:
    """The line as one without code, or None."""
    try:
        return tree.at_start((line, 1, line, 1), cst.EmptyLine)
    except Unfixable:
        return None
