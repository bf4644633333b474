"""The state in Markdown, for a pull request or a wiki; no name of a file or an owner can be markup."""

import re
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
from isolint.report.terminal import one_line

MOST: Final = 100  # rows of files; GitHub refuses a comment of more than 65,536 characters


def render(state: State) -> str:
    """One section for each table."""
    parts = (_head(state), _areas(state), _rules(state), _files(state), _left(state), _trend(state), _counted(state))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(state: State) -> Iterator[str]:
    totals = state.totals
    yield f"# {_plain(title(state))}"
    yield ""
    yield _plain(subject(state))
    yield ""
    yield f"- **{share(totals.compliance)}** of {counted(totals.files, 'file')} have no finding: {number(totals.clean)}"
    yield f"- **{number(totals.findings)}** findings, {fixable(state)}"
    yield f"- **{number(state.recorded.repaired)}** repaired, {repaired(state)}"


def _areas(state: State) -> Iterator[str]:
    yield from ("## Areas", "")
    yield from _table(
        "| area | owner | files | clean | findings | safe | unsafe | repaired | left |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
        [
            (
                _code(row.name),
                _plain(row.owner) or "-",
                number(row.numbers.files),
                share(row.numbers.compliance),
                *map(number, (row.numbers.findings, row.numbers.safe, row.numbers.unsafe, row.repaired)),
                number(row.numbers.left),
            )
            for row in state.areas
        ],
    )


def _rules(state: State) -> Iterator[str]:
    yield from ("## Rules", "")
    yield from _table(
        "| rule | name | findings | files | safe | unsafe | repaired | left |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
        [
            (
                f"[{row.code}]({row.url})",
                row.name,
                *map(number, (row.numbers.findings, row.numbers.affected, row.numbers.safe, row.numbers.unsafe)),
                *map(number, (row.repaired, row.numbers.left)),
            )
            for row in state.rules
        ],
    )


def _files(state: State) -> Iterator[str]:
    yield from ("## Files", "")
    yield from _table(
        "| file | area | findings | safe | unsafe | rules |",
        "|---|---|--:|--:|--:|---|",
        [
            (
                _code(row.path),
                _code(row.area),
                *map(number, (row.numbers.findings, row.numbers.safe, row.numbers.unsafe)),
                ", ".join(code if times == 1 else f"{code} x{times}" for code, times in row.codes.items()),
            )
            for row in state.files[:MOST]
        ],
    )
    if len(state.files) > MOST:
        yield f"\nAnd {counted(len(state.files) - MOST, 'more file')}."


def _left(state: State) -> Iterator[str]:
    yield from ("## Left", "")
    yield from _table(
        "| why a fix was not made | last run | all runs |",
        "|---|--:|--:|",
        [(_plain(why), number(last), number(every)) for why, (last, every) in reasons(state).items()],
    )
    for line in put_back(state.last):
        yield f"\n{_plain(line)}"


def _trend(state: State) -> Iterator[str]:
    yield from ("## Trend", "")
    yield from _table(
        "| run | what | findings | clean files | repaired |",
        "|---|---|--:|--:|--:|",
        [
            (
                moment(point.when),
                f"{point.what}{' (other rules or version)' if point.apart else ''}",
                number(point.totals.findings),
                share(point.totals.compliance),
                number(point.totals.repaired) if point.what == "fix" else "-",
            )
            for point in state.trend
        ],
    )


def _counted(state: State) -> Iterator[str]:
    yield from ("## How it was counted", "")
    yield from (f"- *{figure}*: {how}" for figure, how in state.counted.items())


def _table(head: str, rule: str, rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if not rows:
        yield "None."
        return
    yield from (head, rule)
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _code(text: str) -> str:
    """A name as code; a table would take a bar for the end of a cell even there."""
    line = one_line(text, "utf-8").replace("|", "\\|")
    longest = max((len(run) for run in re.findall(r"`+", line)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}" if longest else f"`{line}`"


def _plain(text: str) -> str:
    """Text in which no character is markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~@!])", r"\\\1", one_line(text, "utf-8"))
