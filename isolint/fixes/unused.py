"""Unused: imports that nothing uses any more once a fix is done."""

from collections.abc import Sequence
from typing import Any

import libcst as cst
from libcst.helpers import get_full_name_for_node

from isolint.fixes.blanks import parted
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.tree import Tree, Turn
from isolint.fixes.untouched import keeps_the_rest


def without_imports(path: str, text: str, names: Sequence[str]) -> str:
    """The text without these imports, as pyflakes names them (`os`, `a.b as c`), where they stand at the top.

    A package's `__init__.py` and a conftest import for others, so theirs stay.
    """
    if path.rpartition("/")[2] in {"__init__.py", "conftest.py"}:
        return text
    tree = Tree(text)
    for statement in tree.module.body:
        small = _alone(statement)
        if isinstance(small, cst.Import | cst.ImportFrom) and not isinstance(small.names, cst.ImportStar):
            left = [each for each in small.names if _told(small, each) not in names]
            if not left:
                _removed(tree, statement)
            elif len(left) < len(small.names):
                tree.turn(small, _with_names(left, small.names[-1]), touched=statement)
    made = tree.code()
    keeps_the_rest(text, made, tree.touched)
    return made


def _alone(statement: Any) -> Any:
    """What stands alone on its line."""
    return statement.body[0] if isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1 else None


def _with_names(names: list[Any], ending: Any) -> Turn:
    """Only these names, the last one with a comma as the former last one has it, and with the comment of its own."""
    *others, last = names
    if last is ending:
        return lambda node: node.with_changes(names=names)
    line = getattr(getattr(last.comma, "whitespace_after", None), "first_line", None)

    def turn(node: Any) -> Any:
        if line is None:
            return node.with_changes(names=[*others, last.with_changes(comma=ending.comma)])
        if isinstance(ending.comma, cst.Comma):
            comma = ending.comma.with_changes(whitespace_after=_behind(ending.comma.whitespace_after, line))
            return node.with_changes(names=[*others, last.with_changes(comma=comma)])
        rpar = node.rpar.with_changes(whitespace_before=_behind(node.rpar.whitespace_before, line))
        return node.with_changes(names=[*others, last.with_changes(comma=ending.comma)], rpar=rpar)

    return turn


def _behind(space: Any, line: Any) -> Any:
    """A line break that ends this line."""
    return space.with_changes(first_line=line) if isinstance(space, cst.ParenthesizedWhitespace) else space


def _told(small: Any, alias: Any) -> str:
    """An import as pyflakes names it."""
    name = get_full_name_for_node(alias.name) or ""
    if isinstance(small, cst.ImportFrom):
        module = "." * len(small.relative) + (get_full_name_for_node(small.module) or "" if small.module else "")
        name = f"{module}{name}" if module.endswith(".") else f"{module}.{name}"
    bound = getattr(alias.asname.name, "value", "") if alias.asname else ""
    return f"{name} as {bound}" if bound and bound != name.rpartition(".")[2] else name


def _removed(tree: Tree, statement: Any) -> None:
    """Take a statement away, and the comments right above it; what is apart from it by a blank line stays."""

    def take(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        if not rest:
            return [], rest
        last = max((n for n, line in enumerate(first.leading_lines) if line.comment is None), default=-1)
        above = list(first.leading_lines[: last + 1])
        following, *others = rest
        own, bare = list(following.leading_lines), parted(following)[1].leading_lines
        if index == 0 and not tree.module.header:
            own = bare
        elif any(line.comment for line in above):
            own = [*above, *bare]
        elif len(above) > len([line for line in own if line.comment is None]):
            own = [*above, *own]
        return [], [following.with_changes(leading_lines=own), *others]

    body = tree.module.body
    index = next(n for n, each in enumerate(body) if each is statement)
    tree.beside(statement, BodyEdit(take))
    if index + 1 < len(body):
        tree.touched.append(tree.lines(body[index + 1]))
