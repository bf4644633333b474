"""Editing: the changes of fixes, each kind by the function that carries it out."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import libcst as cst

from isolint.change import (
    Await,
    Bind,
    Change,
    Comment,
    Decorate,
    Default,
    Drop,
    Enclose,
    Enlist,
    Import,
    Insert,
    Parameter,
    Pass,
    Raze,
    Recall,
    Remove,
    Rename,
    Restore,
    Reword,
    Rewrite,
    Sync,
    Unawait,
)
from isolint.fixes import attributes, calls, comments, defaults, enclosing, functions, imports, statements
from isolint.fixes.enlisting import enlisted
from isolint.fixes.razing import razed
from isolint.fixes.restoring import restored
from isolint.fixes.tree import Tree
from isolint.fixes.untouched import keeps_the_rest

Editor = Callable[[Tree, Any], None]
EDITORS: Final[Mapping[type, Editor]] = MappingProxyType({
    Import: imports.imported,
    Pass: calls.passed,
    Recall: calls.recalled,
    Drop: calls.dropped,
    Await: calls.awaited,
    Unawait: calls.resumed,
    Rewrite: calls.rewritten,
    Reword: calls.reworded,
    Parameter: functions.given,
    Sync: functions.made_plain,
    Rename: functions.renamed,
    Decorate: functions.decorated,
    Insert: statements.put,
    Enclose: enclosing.enclosed,
    Remove: statements.taken,
    Comment: comments.reworded,
    Default: defaults.guarded,
    Bind: attributes.bound,
    Restore: restored,
    Raze: razed,
    Enlist: enlisted,
})  # fmt: skip


def edited(text: str, changes: Sequence[Change]) -> str:
    """The text with all changes carried out, equal ones once; raises Unfixable where one cannot be.

    Imports come last, one by one: they have no place, and so none that another change could have moved.
    """
    wanted = dict.fromkeys(changes)
    placed = [each for each in wanted if not isinstance(each, Import)]
    text, module = _step(Tree(text), placed)
    for each in wanted:
        if isinstance(each, Import):
            text, module = _step(Tree(text, module), [each])
    return text


def _step(tree: Tree, changes: Sequence[Change]) -> tuple[str, cst.Module]:
    before = tree.text
    for change in changes:
        EDITORS[type(change)](tree, change)
    text, module = tree.done()
    keeps_the_rest(before, text, tree.touched, tree.shifted)
    return text, module
