"""Tree: a file's lossless tree, its nodes by their places, and what is to become of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from types import MappingProxyType
from typing import Any, Final, TypeVar

import libcst as cst

from isolint.change import Place
from isolint.fixes.blocks import Blocks, BodyEdit
from isolint.fixes.index import Index
from isolint.fixes.lines import lines_of
from isolint.fixes.rigid import rigid

Node = TypeVar("Node", bound=cst.CSTNode)
Turn = Callable[[Any], Any]
_BLOCKS: Final = (cst.Module, cst.IndentedBlock)
_WORDS: Final = MappingProxyType({cst.FunctionDef: ("def ", "async def "), cst.ClassDef: ("class ",)})
_LINE_END: Final = re.compile(r"[ \t\f]*(?:\r\n|\r|\n)?")


class Unfixable(Exception):  # noqa: N818  # the name of a state that is reported, not of a failure
    """Why a change cannot be carried out, as one line for the report."""


class Tree:
    """What is registered here is done all at once, so that places stay those of the text that was read.

    `touched` are the ranges of lines, 1-based and inclusive, that the changes are about; where something only comes in
    between, the second number is one less than the first. `shifted` are those that may go into another block.
    """

    def __init__(self, text: str, module: cst.Module | None = None) -> None:
        self._tail = _tail(text)
        self.text = text
        self.module = _parsed(text.removesuffix(self._tail)) if module is None else module
        self.touched: list[tuple[int, int]] = []
        self.shifted: list[tuple[int, int]] = []
        self._turns: dict[int, list[Turn]] = {}
        self._blocks: dict[int, Blocks] = {}
        self._involved: set[int] = set()
        self._index = Index(self.module)

    def find(self, at: Place, kind: type[Node] | tuple[type[Node], ...]) -> Node:
        """The node of a kind at exactly this place; raises Unfixable where there is none."""
        for node in self._index.at.get(at, ()):
            if isinstance(node, kind):
                return node
        raise _moved(at)

    def over(self, at: Place, kind: type[Node]) -> Node:
        """The node of a kind that stands on one line and reaches over a place; raises Unfixable where there is none."""
        for column in range(at[1], 0, -1):
            for node in self._index.starts.get((at[0], column), ()):
                if isinstance(node, kind) and self.place(node)[2:] >= at[2:]:
                    return node
        raise _moved(at)

    def at_start(self, at: Place, kind: type[Node] | tuple[type[Node], ...]) -> Node:
        """The widest node of a kind that begins where the place does; raises Unfixable where there is none."""
        found = [node for node in self._index.starts.get(at[:2], ()) if isinstance(node, kind)]
        if not found:
            raise _moved(at)
        return max(found, key=lambda node: self.place(node)[2:])

    def defined(self, at: Place) -> Any:
        """The function or class whose name stands at a place; a FunctionDef or ClassDef."""
        for node in self._index.at.get(at, ()):
            if isinstance(node, cst.Name):
                above = self.parent(node)
                if isinstance(above, cst.FunctionDef | cst.ClassDef) and above.name is node:
                    return above
        # Where more than a blank stands before the name, the place is where it would be with one.
        for kind, words in _WORDS.items():
            for node in (n for word in words for n in self._index.starts.get((at[0], at[1] - len(word)), ())):
                if isinstance(node, kind) and len(node.name.value) == at[3] - at[1]:
                    return node
        raise Unfixable(f"line {at[0]} defines nothing")

    def parent(self, node: cst.CSTNode) -> cst.CSTNode:
        """The node that holds another one."""
        above = self._index.parent(node)
        if above is None:
            raise Unfixable("what stands around a module is no part of it")
        return above

    def around(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """The nodes that hold another one, the nearest first."""
        while (above := self._index.parent(node)) is not None:
            yield above
            node = above

    def statement(self, at: Place) -> Any:
        """The statement that begins at, or holds, a place: a direct child of a block, alone on its line.

        Raises Unfixable for one of several statements on a line.
        """
        for start in self._index.starts.get(at[:2]) or [self._holding(at)]:
            for node in (start, *self.around(start)):
                if isinstance(node, cst.SimpleStatementSuite):
                    raise Unfixable(f"line {at[0]} holds a block and its statements")
                if isinstance(node, cst.BaseStatement) and isinstance(self.parent(node), _BLOCKS):
                    if isinstance(node, cst.SimpleStatementLine) and len(node.body) > 1:
                        raise Unfixable(f"line {at[0]} holds several statements")
                    return node
        raise _moved(at)

    def _holding(self, at: Place) -> cst.CSTNode:
        """The smallest node that reaches over a place."""
        spans = [p for p in self._index.at if p[:2] <= at[:2] and p[2:] >= at[2:]]
        if not spans:
            raise _moved(at)
        return self._index.at[max(spans, key=lambda p: (p[:2], (-p[2], -p[3])))][0]

    def place(self, node: cst.CSTNode) -> Place:
        """Where a node stands."""
        return self._index.places[node]

    def lines(self, node: cst.CSTNode) -> tuple[int, int]:
        """The first and the last line of a node, decorators and the comments above a statement included."""
        first, _, last, _ = self.place(node)
        for each in getattr(node, "decorators", ()):
            first = min(first, self.place(each)[0])
        return first - len(getattr(node, "leading_lines", ())), last

    def turn(self, node: cst.CSTNode, turn: Turn, *, touched: cst.CSTNode | None = None) -> None:
        """Let `turn` make another node of this one, once all that it holds is done; `touched` is what may differ."""
        self._turns.setdefault(id(node), []).append(turn)
        self._involve(node)
        self.touched.append(self.lines(touched or node))

    def beside(self, statement: cst.CSTNode, edit: BodyEdit) -> None:
        """Change the block that a statement stands in, at that statement."""
        block = self.parent(statement)
        self._blocks.setdefault(id(block), Blocks()).add(statement, edit)
        self._involve(block)
        first, last = self.lines(statement)
        if edit.encloses:  # what a new block ends with stands between its last statement and the comments below
            end = self.lines(block.body[-1])[1]  # type: ignore[attr-defined]  # _BLOCKS
            self.shifted += [(first, end), (end + 1, self._below(end))]
        self.touched.append((first, last) if edit.heads else (first, first - 1))

    def _below(self, last: int) -> int:
        """The last of the blank lines and comments below a line."""
        lines = lines_of(self.text)
        while last < len(lines) and (not lines[last].strip() or lines[last].lstrip().startswith("#")):
            last += 1
        return last

    def done(self) -> tuple[str, cst.Module]:
        """The text once all is done, and its tree; raises Unfixable where two changes are about one thing."""
        if not self._involved:
            return self.text, self.module
        made = self.module.visit(_Visitor(self._turns, self._blocks, self._involved))
        if not isinstance(made, cst.Module):
            raise Unfixable("nothing would be left of the file")
        return made.code + self._tail, made

    def code(self) -> str:
        """The text once all is done."""
        return self.done()[0]

    def parsed(self, code: str) -> Sequence[Any]:
        """Statements of new source, with the line ends and the indentation of this file."""
        return cst.parse_module(code, config=self.module.config_for_parsing).body

    def expression(self, text: str) -> cst.BaseExpression:
        """An expression of new source."""
        return cst.parse_expression(text, config=self.module.config_for_parsing)

    def _involve(self, node: cst.CSTNode) -> None:
        self._involved.add(id(node))
        self._involved.update(id(above) for above in self.around(node))


class _Visitor(cst.CSTTransformer):
    """Looks only into what holds something to change."""

    def __init__(self, turns: dict[int, list[Turn]], blocks: dict[int, Blocks], involved: set[int]) -> None:
        super().__init__()
        self._turns, self._blocks, self._involved = turns, blocks, involved

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) in self._involved

    def on_leave(self, original_node: cst.CSTNode, updated_node: Any) -> Any:  # libcst's interface
        for turn in self._turns.get(id(original_node), ()):
            updated_node = turn(updated_node)
        blocks = self._blocks.get(id(original_node))
        return updated_node if blocks is None else blocks.applied(original_node, updated_node)


def _moved(at: Place) -> Unfixable:
    return Unfixable(f"line {at[0]} does not read as it did")


def _parsed(text: str) -> cst.Module:
    try:
        module = cst.parse_module(text)
    except cst.ParserSyntaxError as error:
        raise Unfixable(f"libcst cannot read the file: {str(error).splitlines()[0]}") from None
    except RecursionError:
        raise Unfixable("the file is nested too deep for libcst") from None
    if module.default_indent.strip(" \t"):
        raise Unfixable("its blocks are indented by something else than blanks")
    module = rigid(module, text)
    if module.code != text:
        raise Unfixable("libcst does not give the file back as it is")
    return module


def _tail(text: str) -> str:
    """The lines of blanks at the end, of which libcst would lose some; nothing where they are empty."""
    end = _LINE_END.match(text, len(text.rstrip(" \t\f\r\n")))
    tail = text[end.end() :] if end else ""
    return tail if tail.strip("\r\n") and tail != text else ""
