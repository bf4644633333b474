"""Proposal: something of the project's own that the configuration could name, and where it was found."""

from collections.abc import Iterable
from dataclasses import dataclass

from isolint.config import Area
from isolint.program import Program
from isolint.program.values.origins import Origin
from isolint.vocabulary import Row


@dataclass(frozen=True, slots=True)
class Proposal:
    """Rows of the vocabulary, or an area, with the place that they speak of and why they are proposed.

    The rows differ in their paths alone. `pack` is what knows it already, or an empty string: what is known is shown
    and never written.
    """

    row: tuple[Row, ...] | Area
    path: str
    line: int
    reason: str
    pack: str = ""

    @property
    def kind(self) -> str:
        """The kind of the rows; of an area, `areas`."""
        return "areas" if isinstance(self.row, Area) else self.row[0].kind

    @property
    def names(self) -> tuple[str, ...]:
        """The access paths of the rows; of an area, its name."""
        return (self.row.name,) if isinstance(self.row, Area) else tuple(row.path for row in self.row)


def about(
    program: Program, rows: Iterable[Row], at: tuple[int, int], reason: str, origins: Iterable[Origin]
) -> Proposal:
    """Rows about a scope of a file, known where a pack or the configuration says the same of one of the origins."""
    rows = tuple(rows)
    held = (known for origin in origins for known in program.evaluator.meaning.rows(origin, rows[0].kind))
    path, span = program.span(at[0], program.units[at[0]].header(at[1]).position)
    return Proposal(rows, path, span.line, reason, next((known.pack for known in held), ""))
