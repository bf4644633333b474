"""Unused: imports that nothing uses any more once a fix is done."""

from collections.abc import Sequence
from typing import Any

import libcst as cst
from libcst.helpers import get_full_name_for_node

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
                tree.turn(
                    small,
                    _with_names([*left[:-1], left[-1].with_changes(comma=small.names[-1].comma)]),
                    touched=statement,
                )
    made = tree.code()
    keeps_the_rest(text, made, tree.touched)
    return made


def _alone(statement: Any) -> Any:
    """What stands alone on its line."""
    return statement.body[0] if isinstance(statement, cst.SimpleStatementLine) and len(statement.body) == 1 else None


def _with_names(names: list[Any]) -> Turn:
    return lambda node: node.with_changes(names=names)


def _told(small: Any, alias: Any) -> str:
    """An import as pyflakes names it."""
    name = get_full_name_for_node(alias.name) or ""
    if isinstance(small, cst.ImportFrom):
        module = "." * len(small.relative) + (get_full_name_for_node(small.module) or "" if small.module else "")
        name = f"{module}{name}" if module.endswith(".") else f"{module}.{name}"
    bound = getattr(alias.asname.name, "value", "") if alias.asname else ""
    return f"{name} as {bound}" if bound and bound != name.rpartition(".")[2] else name


def _removed(tree: Tree, statement: Any) -> None:
    """Take a statement away; the blank lines above it stay above what follows, its comments go."""

    def take(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        if not rest:
            return [], rest
        blank = [line for line in first.leading_lines if line.comment is None]
        following, *others = rest
        own = list(following.leading_lines)
        lines = own if len([line for line in own if line.comment is None]) >= len(blank) else [*blank, *own]
        return [], [following.with_changes(leading_lines=lines), *others]

    tree.beside(statement, BodyEdit(take))
    body = tree.module.body
    index = next(n for n, each in enumerate(body) if each is statement)
    if index + 1 < len(body):
        tree.touched.append(tree.lines(body[index + 1]))
