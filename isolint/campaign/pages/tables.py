"""Tables: rows that a script can sort and filter, and that read well without one."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from isolint.campaign.pages.markup import Content, Markup, joined, tag


class Column(NamedTuple):
    """A column: what stands over it, and how its cells are put in order."""

    name: str
    kind: Literal["text", "number"]


class Cell(NamedTuple):
    """What a cell shows, and what it is sorted by, where that is not the text itself."""

    shown: Content
    value: float | None = None


class Row(NamedTuple):
    """The cells of a row, the first one naming it, and the words by which a filter finds it."""

    cells: Sequence[Cell]
    words: str


def table(key: str, label: str, columns: Sequence[Column], rows: Iterable[Row], sorted_by: int) -> Markup:
    """A table whose rows stand in the order of one of its numbers, the greatest first.

    Roles are told in so many words: on a narrow screen rows are laid out as cards, and would else be no rows any more.
    """
    heads = (
        tag(
            "th", column.name, scope="col", role="columnheader", class_=column.kind, data_kind=column.kind,
            aria_sort="descending" if at == sorted_by else None,
        )
        for at, column in enumerate(columns)
    )  # fmt: skip
    return tag(
        "table",
        tag("caption", label, class_="unseen"),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *(_row(columns, row) for row in rows), role="rowgroup"),
        id=f"{key}-table",
        class_=f"data {key}",
        role="table",
        data_key=key,
    )


def _row(columns: Sequence[Column], row: Row) -> Markup:
    (first, *rest), (_, *others) = row.cells, columns
    name = tag("th", first.shown, scope="row", role="rowheader", class_="name")
    cells = (
        tag("td", cell.shown, role="cell", class_=column.kind, data_label=column.name, data_value=cell.value)
        for cell, column in zip(rest, others, strict=True)
    )
    return tag("tr", joined(name, *cells), role="row", data_words=row.words.casefold())
