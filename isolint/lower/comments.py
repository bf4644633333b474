"""The comments of a file that talk to linters, each with the lines that it covers."""

import ast
import io
import tokenize
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from isolint.directive import Directive, parse, pieces

Comment = tuple[int, int, str, int, int]
"""Line, 0-based column in code points, text, first and last line covered; one that covers nothing has last < first."""

_LAYOUT: Final = frozenset({tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER})
_ENDS: Final = frozenset({tokenize.NEWLINE, tokenize.NL})
_BLOCKS: Final = ("body", "orelse", "finalbody", "handlers", "cases")


class _Row(NamedTuple):
    """Lines that belong together, as flake8 joins them: one, or those held together by a string or a backslash."""

    first: int
    last: int
    column: int
    depth: int
    is_code: bool
    comment: tokenize.TokenInfo | None


def comments(text: str, tree: ast.Module) -> tuple[Comment, ...]:
    """All comments that hold a directive, in order; none where the file cannot be tokenised.

    A comment covers its row of lines and, from the first line of a statement, the whole simple statement or the whole
    header of a compound one. On a line of its own it covers what begins on the next line of code of its block.
    """
    lowered = text.encode().lower()  # bytes are far cheaper to lower, and what is sought is ASCII
    if b"noqa" not in lowered and b"isolint:" not in lowered:
        return ()
    try:
        rows = tuple(_rows(text))
    except (tokenize.TokenError, SyntaxError):
        return ()
    spans = _spans(tree)
    return tuple(
        (row.comment.start[0], row.comment.start[1] + offset, piece, *_coverage(directive, index, rows, spans))
        for index, row in enumerate(rows)
        if row.comment
        for offset, piece, directive in _directives(row, row.comment.string)
    )


def _directives(row: _Row, comment: str) -> Iterator[tuple[int, str, Directive]]:
    for offset, piece in pieces(comment):
        if directive := parse(piece):
            yield offset, piece, directive
        elif not row.is_code:
            return  # prose or code that is commented out: a directive behind it is commented out, too


def _coverage(
    directive: Directive, index: int, rows: Sequence[_Row], spans: Mapping[int, Sequence[tuple[int, int]]]
) -> tuple[int, int]:
    row = rows[index]
    if directive.whole_file:
        fits = not row.is_code and (directive.kind == "noqa" or (row.column == 0 and row.depth == 0))
        return (1, rows[-1].last) if fits else (row.last, row.last - 1)
    target = row if row.is_code else _next_code(index, rows)
    # behind the closing quotes of a string or after a backslash, the comment's line is the row's last one
    starts = spans.get(target.last if row.is_code else target.first, ())
    return (
        min(first for first, _ in ((target.first, target.last), *starts)),
        max(last for _, last in ((target.first, target.last), *starts)),
    )


def _next_code(index: int, rows: Sequence[_Row]) -> _Row:
    """The row that a comment on its own line speaks of; itself where its block ends before another statement."""
    row = rows[index]
    after = next((rows[later] for later in range(index + 1, len(rows)) if rows[later].is_code), row)
    return row if row.depth == 0 and after.column < row.column else after


def _rows(text: str) -> Iterator[_Row]:
    depth = 0
    held: list[tokenize.TokenInfo] = []
    lines = io.StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"), newline=None)
    for token in tokenize.generate_tokens(lines.readline):
        if token.type in _LAYOUT:
            continue
        held.append(token)
        if token.type in _ENDS:
            yield _row(held, depth)
            depth += sum(_nesting(each) for each in held)
            held = []


def _row(tokens: Sequence[tokenize.TokenInfo], depth: int) -> _Row:
    is_code = any(token.type not in _ENDS and token.type != tokenize.COMMENT for token in tokens)
    comment = next((token for token in tokens if token.type == tokenize.COMMENT), None)
    last = comment.start[0] if comment else max(token.end[0] for token in tokens)
    return _Row(tokens[0].start[0], last, tokens[0].start[1], depth, is_code, comment)


def _nesting(token: tokenize.TokenInfo) -> int:
    if token.type != tokenize.OP:
        return 0
    return (token.string in "([{") - (token.string in ")]}")


def _spans(tree: ast.Module) -> Mapping[int, Sequence[tuple[int, int]]]:
    """What begins on a line: simple statements and headers, from their first to their last line."""
    spans: dict[int, list[tuple[int, int]]] = {}
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        inner = [child for block in _BLOCKS for child in getattr(node, block, ())]
        pending.extend(inner)
        for line, span in _own_spans(node, inner):
            spans.setdefault(line, []).append(span)
    return spans


def _own_spans(node: ast.AST, inner: Sequence[ast.stmt]) -> Iterator[tuple[int, tuple[int, int]]]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            whole = (_first(node), max(node.lineno, _first(inner[0]) - 1))
            for decorator in node.decorator_list[1:]:
                yield decorator.lineno, (decorator.lineno, decorator.end_lineno or decorator.lineno)
            for line in {whole[0], node.lineno}:
                yield line, whole
        case ast.stmt() if not inner:
            yield node.lineno, (node.lineno, node.end_lineno or node.lineno)
        case ast.stmt() | ast.ExceptHandler() | ast.match_case():
            first = _first(node)
            yield first, (first, max(first, _first(inner[0]) - 1))
        case _:
            return


def _first(node: ast.stmt | ast.ExceptHandler | ast.match_case) -> int:
    match node:
        case ast.match_case():
            return node.pattern.lineno
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return min(each.lineno for each in chain(node.decorator_list, (node,)))
        case _:
            return node.lineno
