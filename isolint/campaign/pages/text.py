"""The state for people at a terminal: what matters most on one screen, eighty columns wide."""

from collections.abc import Iterator, Sequence
from typing import Final

from isolint.campaign.pages.wording import (
    counted,
    fixable,
    moment,
    number,
    put_back,
    reasons,
    repaired,
    share,
    subject,
    title,
)
from isolint.campaign.state import State
from isolint.report.terminal import columns, one_line, wrap

WIDTH: Final = 80
MOST: Final = 20  # rows of a table; whoever wants all asks for another format
BAR: Final = 24
SECOND: Final = 10  # columns that a long first word leaves to the second


def render(state: State) -> str:
    """Totals, then areas, rules and files with the most findings first, then fixes, the trend and how was counted."""
    parts = [_head(state), _areas(state), _rules(state), _files(state), _fixes(state), _trend(state), _counted(state)]
    return "\n".join(line for part in parts for line in (*part, "")).rstrip("\n") + "\n"


def _head(state: State) -> Iterator[str]:
    totals = state.totals
    yield from _lines("", title(state))
    yield from _lines("", subject(state))
    yield ""
    clean = f"of {counted(totals.files, 'file')} have no finding: {number(totals.clean)}"
    yield from _lines(f"{share(totals.compliance):>8}  ", clean)
    yield from _lines(f"{number(totals.findings):>8}  ", f"findings, {fixable(state)}")
    yield from _lines(f"{number(state.recorded.repaired):>8}  ", f"repaired, {repaired(state)}")


def _areas(state: State) -> Iterator[str]:
    head = ("AREA", "OWNER", "FILES", "CLEAN", "FINDINGS", "SAFE", "UNSAFE", "REPAIRED")
    rows = [
        (
            row.name,
            row.owner or "-",
            number(row.numbers.files),
            share(row.numbers.compliance),
            *map(number, (row.numbers.findings, row.numbers.safe, row.numbers.unsafe, row.repaired)),
        )
        for row in state.areas
    ]
    return _table(head, rows, 2)


def _rules(state: State) -> Iterator[str]:
    head = ("RULE", "NAME", "FINDINGS", "FILES", "SAFE", "UNSAFE", "REPAIRED")
    rows = [
        (
            row.code,
            row.name,
            *map(number, (row.numbers.findings, row.numbers.affected, row.numbers.safe, row.numbers.unsafe)),
            number(row.repaired),
        )
        for row in state.rules
    ]
    return _table(head, rows, 2)


def _files(state: State) -> Iterator[str]:
    yield "FINDINGS  FILE"
    for row in state.files[:MOST]:
        yield f"{number(row.numbers.findings):>8}  {_cut(row.path, WIDTH - 10)}"
    if len(state.files) > MOST:
        yield f"          and {counted(len(state.files) - MOST, 'more file')}, all of which --format json tells"
    if not state.files:
        yield "       -  no file has a finding"


def _fixes(state: State) -> Iterator[str]:
    yield "LEFT: WHY FIXES THAT WERE OFFERED WERE NOT MADE"
    found = list(reasons(state).items())
    for why, (last, every) in found[:MOST]:
        yield from _lines(f"{number(last):>8}  ", f"{why} ({number(every)} in all runs)")
    if len(found) > MOST:
        yield f"          and {counted(len(found) - MOST, 'more reason')}"
    if not found:
        yield "       -  none on record"
    for line in put_back(state.last):
        yield from _lines(" " * 10, line)


def _trend(state: State) -> Iterator[str]:
    yield "TREND: FINDINGS AND CLEAN FILES"
    most = max((point.totals.findings for point in state.trend), default=0)
    for point in state.trend[-MOST:]:
        if point.apart:
            yield "          other rules, or another version of isolint, from here on"
        bar = "#" * round(BAR * point.totals.findings / most) if most else ""
        yield (
            f"{number(point.totals.findings):>8}  {bar:<{BAR}}  {share(point.totals.compliance):>7}  "
            f"{moment(point.when)}  {point.what}"
        )


def _counted(state: State) -> Iterator[str]:
    yield "HOW IT WAS COUNTED"
    for figure, how in state.counted.items():
        yield from _lines(f"{figure:<12}", how)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> Iterator[str]:
    """Rows under their heads; the first columns are words and share what room the numbers behind them leave."""
    shown = [head, *rows[:MOST]]
    numbers = [max(len(row[at]) for row in shown) for at in range(words, len(head))]
    room = WIDTH - sum(width + 2 for width in numbers) - 2 * (words - 1)
    wanted = [max(columns(one_line(row[at], "utf-8")) for row in shown) for at in range(words)]
    widths = [min(wanted[0], room - min(wanted[1], SECOND)), 0]
    widths[1] = min(wanted[1], room - widths[0])
    for row in shown:
        cells = [_padded(_cut(cell, width), width) for cell, width in zip(row[:words], widths, strict=True)]
        cells += [f"{cell:>{width}}" for cell, width in zip(row[words:], numbers, strict=True)]
        yield "  ".join(cells).rstrip()
    if len(rows) > MOST:
        yield f"and {number(len(rows) - MOST)} more"
    if not rows:
        yield "-"


def _cut(text: str, width: int) -> str:
    """The text on one line; of a longer one the end, which says more of a path than its beginning."""
    line = one_line(text, "utf-8")
    if columns(line) <= width:
        return line
    while columns(line) > width - 3:
        line = line[1:]
    return f"...{line}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _lines(first: str, text: str) -> list[str]:
    """The text behind what stands in its margin."""
    return wrap(one_line(text, "utf-8"), WIDTH, first, " " * len(first))
