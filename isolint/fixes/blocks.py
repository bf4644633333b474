"""Blocks: what becomes of the statements of one block."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import libcst as cst


@dataclass(frozen=True, slots=True)
class BodyEdit:
    """What becomes of a statement: it, as rewritten, and those behind it are handed to `make`.

    `make` takes the statement and the rest of the block and gives both. With `precedes` what it makes of the statement
    ends with that, else it begins with it; nothing takes it away. With `encloses` the rest goes into a new block,
    and so does the statement itself unless it `heads` that.
    """

    make: Callable[[Any, list[Any]], tuple[list[Any], list[Any]]]
    encloses: bool = False
    precedes: bool = False
    heads: bool = True


@dataclass(slots=True)
class _Around:
    """A statement with what edits have put before and behind it, and the rest of its block."""

    statement: Any
    rest: list[Any]
    before: list[Any] = field(default_factory=list)
    behind: list[Any] = field(default_factory=list)
    gone: bool = False

    def edit(self, edit: BodyEdit) -> None:
        """One edit done: several of a kind stand in the order in which they come."""
        if edit.encloses:
            self.behind, self.rest = [], [*self.behind, *self.rest]
        made, self.rest = edit.make(self.statement, self.rest)
        if not made:
            self.gone = True
        elif edit.precedes:
            self.before += made[:-1]
            self.statement = made[-1]
        else:
            self.statement, *others = made
            self.behind += others

    def all(self) -> list[Any]:
        """All from here to the end of the block."""
        return [*self.before, *([] if self.gone else [self.statement]), *self.behind, *self.rest]


@dataclass(slots=True)
class Blocks:
    """The edits of one block, by their statements."""

    edits: list[tuple[cst.CSTNode, BodyEdit]] = field(default_factory=list)

    def add(self, statement: cst.CSTNode, edit: BodyEdit) -> None:
        """Register one more; several at one statement are done in their order, those that enclose at last."""
        self.edits.append((statement, edit))

    def applied(self, original: Any, updated: Any) -> Any:
        """The block once all is done, from its last statement to its first; a module may be left without any."""
        edits: dict[int, list[BodyEdit]] = {}
        for statement, edit in self.edits:
            edits.setdefault(id(statement), []).append(edit)
        rest: list[Any] = []
        for before, after in zip(reversed(original.body), reversed(updated.body), strict=True):
            around = _Around(after, rest)
            for edit in sorted(edits.get(id(before), ()), key=lambda each: each.encloses):
                around.edit(edit)
            rest = around.all()
        if not rest and not isinstance(original, cst.Module):
            rest = [cst.SimpleStatementLine([cst.Pass()])]
        if not rest and not updated.header:
            return updated.with_changes(body=rest, has_trailing_newline=False)
        return updated.with_changes(body=rest)
