"""Enclosing: what follows a statement put into a `with`, or a `try` with a `finally`, of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import libcst as cst
from libcst import matchers

from isolint.change import Enclose
from isolint.fixes.binding import bound, read
from isolint.fixes.blanks import parted
from isolint.fixes.blocks import BodyEdit
from isolint.fixes.index import children, within
from isolint.fixes.statements import is_docstring
from isolint.fixes.tree import Tree, Unfixable

_CALL: Final = "_acquired"
_PARTS: Final = (cst.BaseStatement, cst.Else, cst.Finally, cst.ExceptHandler)
_CONTINUED: Final = re.compile(r"(\\\r?\n|\\\r)")


@dataclass(slots=True)
class _Span:
    """What is enclosed: the `inside` of a `block`, behind `first` (None: from its beginning), up to `last`."""

    block: Any
    first: Any
    inside: Sequence[Any]
    last: Sequence[Any]


def enclosed(tree: Tree, change: Enclose) -> None:
    """A new block: `with` in the statement's place, or `try` behind it."""
    span = _span(tree, change)
    tail = list(tree.parsed(change.tail))
    if not change.manager:
        span = _behind_bindings(span, read([*tail, *span.last]))
    if not span.inside:
        raise Unfixable(f"nothing follows line {change.at[0]} in its block")
    assigned = _assigned(tree, change, span)
    for name in assigned:
        _keeps_to_block(tree, span, name)
    caught: list[Any] = []
    for each in span.last:
        tree.turn(each, lambda node: _noted(caught, node))
    indent = span.block.indent or tree.module.default_indent
    edge = _Edge(span.block.indent, _Deeper(indent) if "\\" in tree.text else None)

    def make(first: Any, rest: list[Any]) -> tuple[list[Any], list[Any]]:
        inside, behind = _parted(rest if span.first else [first, *rest], caught)
        if change.manager:
            return [_managed(tree, change.manager, assigned[0], first, edge.block(inside))], behind
        blank, inside = _apart(inside)
        _, last = _apart([*caught, *tail])
        made = cst.Try(edge.block(_trimmed(inside)), finalbody=cst.Finally(edge.block(last)))
        if span.first is None or is_docstring(span.first):
            return [*([] if span.first is None else [first]), made.with_changes(leading_lines=blank)], behind
        return [_called(first, change.name) if change.name else first, made], behind

    tree.beside(span.first or span.inside[0], BodyEdit(make, encloses=True, heads=span.first is not None))


@dataclass(frozen=True, slots=True)
class _Edge:
    """How the new blocks of one block are indented."""

    indent: str | None
    deeper: "_Deeper | None"

    def block(self, body: Sequence[Any]) -> cst.IndentedBlock:
        if self.deeper:
            body = [each.visit(self.deeper) if _is_continued(each) else each for each in body]
        return cst.IndentedBlock(body, indent=self.indent)


class _Deeper(cst.CSTTransformer):
    """Indents what goes on behind a backslash; everything else is indented by the block that it stands in."""

    def __init__(self, indent: str) -> None:
        super().__init__()
        self._indent = indent

    def leave_SimpleWhitespace(  # noqa: N802  # libcst's interface
        self, original_node: cst.SimpleWhitespace, updated_node: cst.SimpleWhitespace
    ) -> cst.SimpleWhitespace:
        if "\\" not in original_node.value:
            return updated_node
        return updated_node.with_changes(value=_CONTINUED.sub(rf"\1{self._indent}", updated_node.value))


def _span(tree: Tree, change: Enclose) -> _Span:
    first: Any = None
    if function := _defined(tree, change):
        block: Any = function.body
        if not isinstance(block, cst.IndentedBlock):
            raise Unfixable(f"line {change.at[0]} holds a block and its statements")
        if is_docstring(block.body[0]):
            first = block.body[0]
    else:
        first = tree.statement(change.at)
        block = tree.parent(first)
        if not isinstance(block, cst.IndentedBlock):
            raise Unfixable(f"line {change.at[0]} stands in no function")
    body = list(block.body)
    begin = _index(body, first) + 1 if first else 0
    last = [tree.statement(place) for place in change.last]
    if not last:
        return _Span(block, first, body[begin:], ())
    end = _index(body, last[0])
    if end < begin or [id(each) for each in body[end : end + len(last)]] != [id(each) for each in last]:
        raise Unfixable(f"line {change.last[0][0]} does not end the block of line {change.at[0]}")
    return _Span(block, first, body[begin:end], last)


def _defined(tree: Tree, change: Enclose) -> cst.FunctionDef | None:
    """The function whose name stands at the place."""
    try:
        found = tree.defined(change.at)
    except Unfixable:
        return None
    return found if isinstance(found, cst.FunctionDef) else None


def _index(body: Sequence[Any], statement: Any) -> int:
    """Where a statement stands in a block, or -2."""
    return next((n for n, each in enumerate(body) if each is statement), -2)


def _behind_bindings(span: _Span, names: set[str]) -> _Span:
    """The span from where all `names`, which are read at the end, are bound on every path."""
    begin = 0
    for number, each in enumerate(span.inside):
        for name in sorted(bound([each]) & names):
            if not span.last or not isinstance(each, cst.SimpleStatementLine):
                raise Unfixable(f"`{name}` is assigned again before the end of its block")
            begin = number + 1
    if begin and not any(matchers.findall(each, matchers.Assert()) for each in span.inside[begin:]):
        raise Unfixable("what ends the block is made only behind all assertions")
    return _Span(span.block, span.inside[begin - 1], span.inside[begin:], span.last) if begin else span


def _assigned(tree: Tree, change: Enclose, span: _Span) -> list[str]:
    """The names that the statement assigns; for a `with` it is one, and holds what the call at the place gives."""
    if change.name and change.name in read([_function(tree, span.block)]):
        raise Unfixable(f"`{change.name}` is used already")
    if not change.manager:
        return sorted(bound([span.first])) if isinstance(span.first, cst.SimpleStatementLine) else []
    call = tree.find(change.at, cst.Call)
    holder = tree.parent(call)
    holder = tree.parent(holder) if isinstance(holder, cst.Await) else holder
    match holder:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))]):
            pass
        case cst.AnnAssign(target=cst.Name(value=name)):
            pass
        case _:
            raise Unfixable(f"line {change.at[0]} does not assign what it calls to one name")
    if name in bound([*span.inside, *span.last]):
        raise Unfixable(f"`{name}` is assigned again before the end of its block")
    return [name]


def _keeps_to_block(tree: Tree, span: _Span, name: str) -> None:
    """Raises Unfixable where a name is used behind the block, of which it goes out with the thing ended."""
    node: Any = span.block
    while not isinstance(above := tree.parent(node), cst.FunctionDef | cst.Module):
        beside = [] if isinstance(above, cst.If) else [each for each in children(above) if isinstance(each, _PARTS)]
        if name in read(each for each in beside if tree.place(each)[:2] >= tree.place(node)[2:]):
            raise Unfixable(f"`{name}` is used behind the block that it is made in")
        node = above


def _function(tree: Tree, node: cst.CSTNode) -> cst.CSTNode:
    return next((each for each in tree.around(node) if isinstance(each, cst.FunctionDef)), tree.module)


def _noted(caught: list[Any], node: Any) -> Any:
    caught.append(node)
    return node


def _parted(rest: Sequence[Any], last: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What comes before, and what behind, the statements that end the block.

    Where a block made before holds these, they are taken out of it.
    """
    if not last:
        return list(rest), []
    at = _index(rest, last[0])
    if at >= 0:
        return list(rest[:at]), list(rest[at + len(last) :])
    ids = {id(each) for each in last}
    left = [_without(each, ids) for each in rest]
    if ids:
        raise Unfixable("another fix changes how the block ends")
    return left, []


def _without(node: Any, ids: set[int]) -> Any:
    """A block made before without these statements, which are then no longer in `ids`."""
    body = getattr(node, "body", None)
    if not isinstance(node, cst.With | cst.Try) or not isinstance(body, cst.IndentedBlock):
        return node
    left = [_without(each, ids) for each in body.body if id(each) not in ids]
    ids.difference_update(id(each) for each in body.body)
    if not left:
        raise Unfixable("nothing would be left of a block")
    return node.with_changes(body=body.with_changes(body=left))


def _managed(tree: Tree, manager: str, name: str, first: Any, block: cst.IndentedBlock) -> Any:
    """`with call as name:` in the place of `name = call`, comments kept."""
    value = first.body[0].value
    call = value.expression if isinstance(value, cst.Await) else value
    empty = tree.parsed(f"{manager.format(_CALL)} as {name}: pass")[0]
    made: Any = matchers.replace(empty, matchers.Name(_CALL), call)
    _, inside = _apart(block.body)
    body = block.with_changes(header=first.trailing_whitespace, body=inside)
    return made.with_changes(body=body, leading_lines=first.leading_lines)


def _called(first: Any, name: str) -> Any:
    """`name = call` in the place of a call."""
    small = first.body[0]
    if not isinstance(small, cst.Expr):
        raise Unfixable("what is called gives its result to something else")
    made = cst.Assign([cst.AssignTarget(cst.Name(name))], small.value, semicolon=small.semicolon)
    return first.with_changes(body=[made])


def _apart(body: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """The blank lines above the first statement of a block, and the block without these."""
    blank, first = parted(body[0])
    return blank, [first, *body[1:]]


def _trimmed(body: Sequence[Any]) -> list[Any]:
    """A block's statements without the blank lines that end it, and are those of a block inside."""
    return [*body[:-1], _without_end(body[-1])]


def _without_end(node: Any) -> Any:
    if isinstance(node, cst.IndentedBlock):
        lines = list(node.footer)
        while lines and lines[-1].comment is None:
            lines.pop()
        return node.with_changes(footer=lines, body=node.body if lines else _trimmed(node.body))
    for name in ("finalbody", "orelse", "handlers", "body"):
        part = getattr(node, name, None)
        if isinstance(part, cst.CSTNode):
            return node.with_changes(**{name: _without_end(part)})
        if part and name == "handlers":
            return node.with_changes(handlers=_trimmed(part))
    return node


def _is_continued(node: Any) -> bool:
    """Whether something in a statement goes on behind a backslash."""
    return any(isinstance(each, cst.SimpleWhitespace) and "\\" in each.value for each in within(node))
