"""Imports: names that new code needs, put where the imports of a file stand, and in their order.

The order is isort's: sections for `__future__`, the standard library, other packages and the project's own, apart by a
blank line; in each, `import a` before `from a import b`, both sorted; names in a statement constants first, then
classes, then the rest.
"""

import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

import libcst as cst
from libcst.helpers import get_full_name_for_node

from isolint.change import Import
from isolint.fixes.blanks import parted
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.listing import enclosed, inserted
from isolint.fixes.statements import is_docstring
from isolint.fixes.tree import Tree, Unfixable

_FUTURE, _STANDARD, _OTHERS, _OWN = range(4)
_BLANK: Final = cst.EmptyLine(indent=False)


class _Line(NamedTuple):
    """An import statement at the top of a module, alone on its line."""

    statement: Any
    module: str
    is_from: bool
    rank: int

    @property
    def key(self) -> tuple[int, bool, str]:
        return self.rank, self.is_from, self.module.lower()


def imported(tree: Tree, change: Import) -> None:
    """Put in what is not there yet."""
    if not tree.module.body:
        raise Unfixable("the file has no statements")
    own = {change.module.partition(".")[0]} if change.own else set()
    new = _Line(None, change.module, bool(change.name), _rank(change.module, own))
    if not change.name:
        if not _imports(tree.module.body, change.module):
            _put(tree, new, own, f"import {change.module}")
    elif change.name not in _named(tree.module.body, change.module):
        _put_from(tree, new, own, change.name)


def _put_from(tree: Tree, new: _Line, own: set[str], name: str) -> None:
    for line in (*_top(tree.module.body, own), *_top(tree.module.body[_path_set(tree) :], own)):
        if line.is_from and line.module == new.module:
            small = line.statement.body[0]
            if not isinstance(small.names, cst.ImportStar):
                tree.turn(small, lambda node: _extended(node, name), touched=line.statement)
                return
    _put(tree, new, own, f"from {new.module} import {name}")


def _extended(node: Any, name: str) -> Any:
    there = [str(each.name.value) for each in node.names]
    keys: tuple[Callable[[str], Any], ...] = (_by_type, str.lower, str)
    key = next((k for k in keys if there == sorted(there, key=k)), None)
    index = len(there) if key is None else sum(key(each) <= key(name) for each in there)
    made = cst.ImportAlias(cst.Name(name))
    if not node.lpar:
        return node.with_changes(names=inserted(list(node.names), index, made))
    opening, closing = node.lpar.whitespace_after, node.rpar.whitespace_before
    names, closing = enclosed(list(node.names), index, made, opening, closing)
    return node.with_changes(names=names, rpar=node.rpar.with_changes(whitespace_before=closing))


def _path_set(tree: Tree) -> int:
    """How many statements stand at the top until what sets `sys.path` is done, which imports may need; mostly none."""
    body = tree.module.body if "sys.path" in tree.text else ()
    top = next((n for n, each in enumerate(body) if isinstance(each, cst.FunctionDef | cst.ClassDef)), len(body))
    return max((n + 1 for n in range(top) if "sys.path" in tree.module.code_for_node(body[n])), default=0)


def _put(tree: Tree, new: _Line, own: set[str], code: str) -> None:
    """A statement of its own: behind the last import that belongs before it."""
    made = tree.parsed(code)[0]
    start = 0 if new.rank in {_FUTURE, _STANDARD} else _path_set(tree)
    top = _top(tree.module.body[start:], own)
    if start and not top:
        _after(tree, tree.module.body[start - 1], made.with_changes(leading_lines=[_BLANK]), apart=True)
        return
    same = [line for line in top if line.rank == new.rank]
    lower = [line for line in top if line.rank < new.rank]
    higher = [line for line in top if line.rank > new.rank]
    if same:
        ordered = [line.key for line in same] == sorted(line.key for line in same)
        before = [line for line in same if line.key < new.key] if ordered else same
        if before:
            _after(tree, before[-1].statement, made)
        else:
            _before(tree, same[0].statement, made)
    elif lower:
        _after(tree, lower[-1].statement, made.with_changes(leading_lines=[_BLANK]), apart=True)
    elif higher:
        _before(tree, higher[0].statement, made, blank=True)
    else:
        _first(tree, made)


def _after(tree: Tree, statement: Any, made: Any, *, apart: bool = False) -> None:
    tree.beside(statement, BodyEdit(lambda first, rest: ([first, made], _apart(rest) if apart else rest)))


def _before(tree: Tree, statement: Any, made: Any, *, blank: bool = False) -> None:
    """Before a statement, whose blank lines stand before the new one; its comments stay with it.

    Comments behind a blank line are about the section that the statement begins, and so stand before the new one, too.
    """

    def put(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        above, bare = parted(first)
        if above and not blank:
            above, bare = first.leading_lines, first.with_changes(leading_lines=[])
        own = [*([_BLANK] if blank else []), *bare.leading_lines]
        return [made.with_changes(leading_lines=above), bare.with_changes(leading_lines=own)], rest

    tree.beside(statement, BodyEdit(put, precedes=True))


def _first(tree: Tree, made: Any) -> None:
    """In a file without imports at its top: behind its docstring."""
    body = tree.module.body
    if is_docstring(body[0]):
        new = made.with_changes(leading_lines=[_BLANK])
        tree.beside(body[0], BodyEdit(lambda first, rest: ([first, new], _apart(rest))))
        return

    def put(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        return [made, *_apart([first])], rest

    tree.beside(body[0], BodyEdit(put, precedes=True))


def _apart(rest: list[Any]) -> list[Any]:
    """Statements behind the imports: what comes first has a blank line above it, a function or class two."""
    if not rest:
        return rest
    first, *others = rest
    enough = 2 if isinstance(first, cst.FunctionDef | cst.ClassDef) else 1
    lacking = [_BLANK] * max(enough - len(parted(first)[0]), 0)
    return [first.with_changes(leading_lines=[*lacking, *first.leading_lines]), *others]


def _top(body: Sequence[Any], own: set[str]) -> list[_Line]:
    """The import statements before any other code."""
    found: list[_Line] = []
    for number, statement in enumerate(body):
        small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
        if isinstance(small, cst.Import | cst.ImportFrom):
            if len(statement.body) == 1:
                found.append(_line(statement, small, own))
        elif not (number == 0 and is_docstring(statement)):
            break
    return found


def _line(statement: Any, small: Any, own: set[str]) -> _Line:
    if isinstance(small, cst.Import):
        module = get_full_name_for_node(small.names[0].name) or ""
        return _Line(statement, module, False, _rank(module, own))  # noqa: FBT003
    module = "." * len(small.relative) + (get_full_name_for_node(small.module) or "" if small.module else "")
    return _Line(statement, module, True, _rank(module, own))  # noqa: FBT003


def _rank(module: str, own: set[str]) -> int:
    top = module.partition(".")[0]
    if module == "__future__":
        return _FUTURE
    if not top or top in own:
        return _OWN
    return _STANDARD if top in sys.stdlib_module_names else _OTHERS


def _statements(body: Sequence[Any]) -> list[Any]:
    """The small statements that stand directly in a module."""
    return [small for each in body if isinstance(each, cst.SimpleStatementLine) for small in each.body]


def _imports(body: Sequence[Any], module: str) -> bool:
    """Whether a module is imported by its own name."""
    return any(
        alias.asname is None and get_full_name_for_node(alias.name) == module
        for small in _statements(body) if isinstance(small, cst.Import)
        for alias in small.names
    )  # fmt: skip


def _named(body: Sequence[Any], module: str) -> set[str]:
    """The names that are imported from a module under their own name."""
    return {
        str(alias.name.value)
        for small in _statements(body)
        if isinstance(small, cst.ImportFrom) and not small.relative and not isinstance(small.names, cst.ImportStar)
        and small.module is not None and get_full_name_for_node(small.module) == module
        for alias in small.names if alias.asname is None or getattr(alias.asname.name, "value", "") == alias.name.value
    }  # fmt: skip


def _by_type(name: str) -> tuple[int, str]:
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name
