"""Table: the results as Markdown, for people and for docs/performance.md."""
# ruff: noqa: INP001

from collections.abc import Iterator, Sequence
from statistics import median

from results import Result

HEAD = (
    "| run | median | fastest to slowest | runs | floor beside it | ratio | bound |",
    "|---|---|---|---|---|---|---|",
)
BASES = {
    "floor": "floor: `ast.parse` alone, as many processes",
    "click": '`python -c "import click"`',
}
NOTES = (
    "Ratios are to the floor, those of the start-up to importing click: each run to the one beside it, of these the",
    "median. Where the bound has the start-up as well, that is `isolint --version`, which ran beside it too.",
)


def told(heading: Sequence[str], results: Sequence[Result]) -> str:
    """The heading, a row for each result and each base that anything is compared with, and notes."""
    rows = [*_bases(results), *(line for result in results for line in _lines(result))]
    return "\n".join((*heading, "", *HEAD, *rows, "", *NOTES))


def _bases(results: Sequence[Result]) -> Iterator[str]:
    for name, title in BASES.items():
        runs = [figure for each in results if each.taken for figure in each.taken.beside.get(name, ())]
        if runs:
            yield _cells(title, *_spread(runs, "s"), "", "1.00", "")


def _lines(result: Result) -> Iterator[str]:
    row, taken = result.row, result.taken
    if taken is None:
        yield _cells(row.title, result.missing, "", "", "", "", "")
        return
    title = f"{row.title} ({taken.note})" if taken.note else row.title
    base = f"{median(taken.beside[row.to]):.3f} s" if row.to else ""
    ratio = f"{result.ratio():.2f}" if row.to else ""
    yield _cells(title, *_spread(taken.figures, row.unit), base, ratio, _bound(result))
    for name, runs in taken.parts.items():
        yield _cells(f"- {name}", *_spread(runs, row.unit), base, f"{taken.part(name, row.to):.2f}", "")


def _spread(runs: Sequence[float], unit: str) -> tuple[str, str, str]:
    digits = 3 if unit == "s" else 0
    least, most = min(runs), max(runs)
    return f"{median(runs):.{digits}f} {unit}", f"{least:.{digits}f} to {most:.{digits}f} {unit}", str(len(runs))


def _bound(result: Result) -> str:
    row, taken = result.row, result.taken
    if taken is None or row.bound is None:
        return ""
    allowed = row.bound.allowed(taken, row.to)
    figure = f"{allowed:.2f}" if row.to else f"{allowed:.0f} {row.unit}"
    said = f"{row.bound.most:g} + start-up = {figure}" if row.bound.plus else figure
    return f"{said}: {'met' if result.met() else '**missed**'}"


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
