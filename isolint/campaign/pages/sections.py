"""Sections: areas, rules, files and fixes, each with its table."""

from isolint.campaign.numbers import Numbers
from isolint.campaign.pages.markup import Content, Markup, joined, spoken, tag, void
from isolint.campaign.pages.tables import Cell, Column, Row, table
from isolint.campaign.pages.wording import number, put_back, reasons, share
from isolint.campaign.state import AreaState, FileState, RuleState, State


def areas(state: State) -> Markup:
    """Every area, with its owner."""
    columns = (
        Column("Area", "text"),
        Column("Owner", "text"),
        Column("Files", "number"),
        Column("Clean", "number"),
        Column("Findings", "number"),
        *_FIXES,
    )
    rows = [
        Row(
            (Cell(row.name), Cell(row.owner or tag("span", "-", class_="zero")), *_area(row)), f"{row.name} {row.owner}"
        )
        for row in state.areas
    ]
    text = "Who owns which part, and the share of its files that have no finding."
    return _section("areas", "Areas", text, len(rows), table("areas", "Areas", columns, rows, 4))


def rules(state: State) -> Markup:
    """Every rule that found something, or that fixes were about."""
    columns = (
        Column("Rule", "text"),
        Column("Severity", "text"),
        Column("Findings", "number"),
        Column("Files", "number"),
        *_FIXES,
    )
    rows = [Row(_rule(row), f"{row.code} {row.name} {row.severity}") for row in state.rules]
    text = "What was found, and in how many files."
    return _section("rules", "Rules", text, len(rows), table("rules", "Rules", columns, rows, 2))


def found_in_files(state: State) -> Markup:
    """Every file with a finding."""
    names = {row.code: row.name for row in state.rules}
    columns = (
        Column("File", "text"),
        Column("Area", "text"),
        Column("Findings", "number"),
        Column("Safe", "number"),
        Column("Unsafe", "number"),
        Column("Rules", "text"),
    )
    rows = [
        Row(_file(row, names), " ".join((row.path, row.area, *row.codes, *(names.get(code, "") for code in row.codes))))
        for row in state.files
    ]
    text = "The files that have findings."
    return _section("files", "Files", text, len(rows), table("files", "Files", columns, rows, 2))


def fixes(state: State) -> Markup:
    """Why fixes were left, and which areas were put back."""
    columns = (Column("Why it was left", "text"), Column("Last run", "number"), Column("All runs", "number"))
    rows = [
        Row((Cell(spoken(why)), Cell(number(last), last), Cell(number(every), every)), why)
        for why, (last, every) in reasons(state).items()
    ]
    text = "Fixes that were offered and not made, by reason."
    section = table("fixes", "Fixes that were left", columns, rows, 2)
    lines = put_back(state.last)
    back = tag("ul", *(tag("li", spoken(line)) for line in lines), class_="back") if lines else Markup("")
    return _section("fixes", "Fixes that were left", text, len(rows), joined(section if rows else "", back))


_FIXES = (Column("Safe", "number"), Column("Unsafe", "number"), Column("Repaired", "number"), Column("Left", "number"))


def _section(key: str, name: str, text: str, rows: int, content: Markup) -> Markup:
    heading = tag("h2", name, " ", tag("span", number(rows), class_="count", data_of=key))
    nothing = tag("p", "There are none." if not rows else "None matches the filter.", class_="none", hidden=bool(rows))
    return tag("section", heading, tag("p", text, class_="quiet"), content, nothing, id=key)


def _area(row: AreaState) -> tuple[Cell, ...]:
    compliance = row.numbers.compliance
    clean = joined(_bar(compliance), tag("span", share(compliance), class_="share"))
    return (
        _count(row.numbers.files),
        Cell(clean, -1.0 if compliance is None else compliance),
        _count(row.numbers.findings),
        *_fixed(row.numbers, row.repaired),
    )


def _rule(row: RuleState) -> tuple[Cell, ...]:
    link = tag("a", row.code, href=row.url) if row.url.startswith("https://") else row.code
    level = ("error", "warning", "note").index(row.severity)
    return (
        Cell(joined(link, " ", tag("span", row.name, class_="rule-name"))),
        Cell(tag("span", row.severity, class_=row.severity), level),
        _count(row.numbers.findings),
        _count(row.numbers.affected),
        *_fixed(row.numbers, row.repaired),
    )


def _file(row: FileState, names: dict[str, str]) -> tuple[Cell, ...]:
    numbers = row.numbers
    codes = (
        tag("span", code, f" \u00d7{times}" if times > 1 else "", class_="code", title=names.get(code))
        for code, times in row.codes.items()
    )
    path = tag("code", *_breakable(row.path))
    return (
        Cell(path),
        Cell(row.area),
        _count(numbers.findings),
        _count(numbers.safe),
        _count(numbers.unsafe),
        Cell(joined(*(joined(each, " ") for each in codes))),
    )


def _fixed(numbers: Numbers, repaired: int) -> tuple[Cell, ...]:
    return tuple(map(_count, (numbers.safe, numbers.unsafe, repaired, numbers.left)))


def _count(value: int) -> Cell:
    return Cell(number(value) if value else tag("span", "0", class_="zero"), value)


def _breakable(path: str) -> list[Content]:
    """The path, which may go on in a new line behind each slash."""
    *folders, name = path.split("/")
    return [*(joined(f"{folder}/", void("wbr")) for folder in folders), name]


def _bar(value: float | None) -> Content:
    if value is None:
        return ""
    parts = (
        tag("rect", x=0, y=0, width=100, height=6, class_="track"),
        tag("rect", x=0, y=0, width=100 * value, height=6, class_="fill"),
    )
    return tag("svg", *parts, class_="bar", viewBox="0 0 100 6", preserveAspectRatio="none", aria_hidden="true")
