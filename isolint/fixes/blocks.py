"""Blocks: what becomes of the statements of one block."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import libcst as cst


@dataclass(frozen=True, slots=True)
class BodyEdit:
    """What becomes of a statement: it, as rewritten, and those behind it are handed to `make`.

    `make` takes the statement and the rest of the block and gives both. With `encloses` the rest changes, too.
    """

    make: Callable[[Any, list[Any]], tuple[list[Any], list[Any]]]
    encloses: bool = False


@dataclass(slots=True)
class Blocks:
    """The edits of one block, by their statements."""

    edits: list[tuple[cst.CSTNode, BodyEdit]] = field(default_factory=list)

    def add(self, statement: cst.CSTNode, edit: BodyEdit) -> None:
        """Register one more; several at one statement are done in their order."""
        self.edits.append((statement, edit))

    def applied(self, original: Any, updated: Any) -> Any:
        """The block once all is done, from its last statement to its first."""
        edits: dict[int, list[BodyEdit]] = {}
        for statement, edit in self.edits:
            edits.setdefault(id(statement), []).append(edit)
        rest: list[Any] = []
        for before, after in zip(reversed(original.body), reversed(updated.body), strict=True):
            head: list[Any] = [after]
            for edit in sorted(edits.get(id(before), ()), key=lambda each: each.encloses):
                rest = _one(edit, head, rest)
                head = []
            rest = [*head, *rest]
        return updated.with_changes(body=rest or [cst.SimpleStatementLine([cst.Pass()])])


def _one(edit: BodyEdit, head: Sequence[Any], rest: list[Any]) -> list[Any]:
    """One edit done: at the statement, or at what an earlier edit made of it."""
    first, *others = [*head, *rest]
    made, left = edit.make(first, others)
    return [*made, *left]
