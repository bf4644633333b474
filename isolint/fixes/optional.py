"""Optional: the annotation of what may be None, in the way of the file that it stands in."""

from typing import Any, Final

import libcst as cst
from libcst.helpers import get_full_name_for_node

from isolint.fixes.index import within
from isolint.fixes.tree import Tree, Unfixable

_TYPING: Final = ("typing", "typing_extensions")
_ANYTHING: Final = frozenset({"Any", "object", "Optional", "None"})
_SIMPLE: Final = cst.Name | cst.Attribute | cst.Subscript


def optional(tree: Tree, annotation: Any) -> Any:
    """An annotation that takes None, too; itself where it does."""
    note = annotation.annotation
    if isinstance(note, cst.SimpleString):
        inner = note.raw_value
        if inner != note.evaluated_value or note.prefix:
            raise Unfixable("an annotation is written in a way that nobody expects")
        made = _written(tree, tree.expression(inner))
        text = inner if made is None else cst.Module([]).code_for_node(made)
        if note.quote in text:
            raise Unfixable("an annotation would have quotes in quotes")
        return annotation.with_changes(annotation=note.with_changes(value=f"{note.quote}{text}{note.quote}"))
    made = _written(tree, note)
    return annotation if made is None else annotation.with_changes(annotation=made)


def _written(tree: Tree, note: Any) -> Any:
    """An annotation with None, or None where it takes that already."""
    if _takes_none(note):
        return None
    if not isinstance(note, _SIMPLE) and not _is_union(note):
        raise Unfixable("an annotation is written in a way that nobody expects")
    if _modern(tree) or _is_union(note):
        return _either(note)
    if _last(note) == "Union" and isinstance(note, cst.Subscript):
        none = cst.SubscriptElement(cst.Index(cst.Name("None")))
        comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
        return note.with_changes(slice=[*[each.with_changes(comma=comma) for each in note.slice], none])
    name = _spelled(tree)
    if name is None:
        return _either(note)
    return cst.Subscript(tree.expression(name), [cst.SubscriptElement(cst.Index(note.with_changes(lpar=(), rpar=())))])


def _either(note: Any) -> Any:
    return cst.BinaryOperation(note, cst.BitOr(), cst.Name("None"))


def _takes_none(note: Any) -> bool:
    if _is_union(note):
        return _takes_none(note.left) or _takes_none(note.right)
    if isinstance(note, cst.Subscript) and _last(note) == "Union":
        return any(isinstance(e.slice, cst.Index) and _takes_none(e.slice.value) for e in note.slice)
    return _last(note) in _ANYTHING


def _last(note: Any) -> str:
    name = get_full_name_for_node(note.value if isinstance(note, cst.Subscript) else note) or ""
    return name.rpartition(".")[2]


def _is_union(note: Any) -> bool:
    return isinstance(note, cst.BinaryOperation) and isinstance(note.operator, cst.BitOr)


def _modern(tree: Tree) -> bool:
    """Whether annotations of this file may be, or are, written with `|`."""
    for node in within(tree.module):
        if isinstance(node, cst.ImportFrom) and get_full_name_for_node(node.module or cst.Name("_")) == "__future__":
            names = () if isinstance(node.names, cst.ImportStar) else node.names
            if any(each.name.value == "annotations" for each in names):
                return True
        if isinstance(node, cst.Annotation) and any(_is_union(each) for each in within(node.annotation)):
            return True
    return False


def _spelled(tree: Tree) -> str | None:
    """How this file says `Optional`, or None where it does not."""
    modules: set[str] = set()
    for statement in tree.module.body:
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.ImportFrom) and not isinstance(small.names, cst.ImportStar) and small.module:
                for each in small.names if get_full_name_for_node(small.module) in _TYPING else ():
                    if each.name.value == "Optional":
                        return str(each.asname.name.value) if each.asname else "Optional"  # type: ignore[union-attr]
            if isinstance(small, cst.Import):
                for each in small.names:
                    if get_full_name_for_node(each.name) in _TYPING:
                        modules.add(str(each.asname.name.value) if each.asname else str(each.name.value))  # type: ignore[union-attr]
    said = {f"{module}.Optional" for module in modules}
    names = (get_full_name_for_node(each) for each in within(tree.module) if isinstance(each, cst.Attribute))
    return next((name for name in names if name in said), None)
