"""The state as one self-contained page: nothing is loaded from anywhere, and it reads well without its script."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Final

from isolint.campaign.pages.charts import Chart
from isolint.campaign.pages.markup import Content, Markup, joined, spoken, tag, void
from isolint.campaign.pages.sections import areas, fixes, found_in_files, rules
from isolint.campaign.pages.wording import counted, moment, number, repaired, share, subject, title
from isolint.campaign.state import State

CHARTS: Final = (
    Chart("findings", "Findings", lambda point: point.totals.findings, lambda value: number(round(value))),
    Chart("clean", "Files without a finding", lambda point: point.totals.compliance or 0.0, share, ceiling=1.0),
)


def render(state: State) -> str:
    """The whole page."""
    style, script = _asset("page.css"), _asset("page.js")
    head = tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="color-scheme", content="light dark"),
        void("link", rel="icon", href="data:,"),
        tag("title", title(state)),
        tag("style", style),
        tag("script", script),
    )
    body = tag("body", _header(state), tag("main", *_main(state), id="main"), _footer(state))
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _asset(name: str) -> Markup:
    return Markup((files("isolint.campaign.pages") / name).read_text(encoding="utf-8"))


def _policy(style: str, script: str) -> str:
    """What a browser may do for this page: run this very script, use this very style, and load nothing."""
    style_sum, script_sum = (b64encode(sha256(text.encode()).digest()).decode() for text in (style, script))
    return f"default-src 'none'; img-src data:; style-src 'sha256-{style_sum}'; script-src 'sha256-{script_sum}'"


def _header(state: State) -> Markup:
    words = tag("div", tag("h1", title(state)), tag("p", subject(state), class_="quiet"))
    return tag("header", words, tag("button", "Dark theme", type="button", id="theme", hidden=True), class_="top")


def _main(state: State) -> Iterator[Markup]:
    yield _figures(state)
    yield _trend(state)
    yield _toolbar()
    yield from (areas(state), rules(state), found_in_files(state), fixes(state))
    yield _how(state)


def _figures(state: State) -> Markup:
    totals = state.totals
    fixable = totals.safe + totals.unsafe
    rest = totals.findings - fixable
    return tag(
        "dl",
        _figure(
            "Files without a finding",
            share(totals.compliance),
            f"{number(totals.clean)} of {counted(totals.files, 'file')}",
            ((totals.clean, "fill"), (totals.affected, "track")),
        ),
        _figure(
            "Findings",
            number(totals.findings),
            f"of {counted(sum(row.numbers.findings > 0 for row in state.rules), 'rule')} in "
            f"{counted(totals.affected, 'file')}",
        ),
        _figure(
            "With a fix",
            number(fixable),
            f"{number(totals.safe)} safe, {number(totals.unsafe)} unsafe, {number(rest)} with none",
            ((totals.safe, "fill"), (totals.unsafe, "half"), (rest, "track")),
        ),
        _figure("Repaired", number(state.recorded.repaired), repaired(state)),
        class_="figures",
    )


def _figure(name: str, value: str, text: str, parts: tuple[tuple[int, str], ...] = ()) -> Markup:
    meter: Content = _meter(parts) if parts else ""
    words = (tag("dt", name), tag("dd", value, class_="value"), tag("dd", text, meter, class_="quiet"))
    return tag("div", *words, class_="figure")


def _meter(parts: tuple[tuple[int, str], ...]) -> Markup:
    """Shares of a whole, side by side; the text beside them tells the same."""
    whole = sum(size for size, _ in parts) or 1
    at, pieces = 0.0, []
    for size, kind in parts:
        width = 100 * size / whole
        pieces.append(tag("rect", x=at, y=0, width=width, height=6, class_=kind))
        at += width
    return tag("svg", *pieces, class_="meter", viewBox="0 0 100 6", preserveAspectRatio="none", aria_hidden="true")


def _trend(state: State) -> Markup:
    if len(state.trend) < 2:  # noqa: PLR2004  # a line has two ends
        text = "This is the first run on record; the next one begins the line."
        return tag("section", tag("h2", "Trend"), tag("p", text, class_="quiet"), id="trend")
    charts = (
        tag("figure", tag("figcaption", chart.name), chart.drawn(state.trend), class_="trend") for chart in CHARTS
    )
    legend = (
        "Filled points are runs of fixes, hollow ones reports. Where the line breaks, at a dashed mark, other rules "
    )
    return tag(
        "section",
        tag("h2", "Trend"),
        tag("div", *charts, class_="charts"),
        tag("p", f"{legend}or another version of isolint were asked.", class_="quiet"),
        tag("details", tag("summary", f"All {len(state.trend)} runs in numbers"), _runs(state)),
        id="trend",
    )


def _runs(state: State) -> Markup:
    heads = ("Run", "What", "Findings", "Clean files", "Repaired", "isolint")
    rows = (
        tag(
            "tr",
            tag("th", moment(point.when), scope="row"),
            tag("td", f"{point.what}{', other rules or version' if point.apart else ''}"),
            tag("td", number(point.totals.findings), class_="number"),
            tag("td", share(point.totals.compliance), class_="number"),
            tag("td", number(point.totals.repaired) if point.what == "fix" else "-", class_="number"),
            tag("td", point.version),
        )
        for point in reversed(state.trend)
    )
    kinds = ("", "", "number", "number", "number", "")
    head = (tag("th", name, scope="col", class_=kind or None) for name, kind in zip(heads, kinds, strict=True))
    return tag("div", tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), class_="plain"), class_="wide")


def _toolbar() -> Markup:
    box = void(
        "input", type="search", id="filter", placeholder="Filter areas, rules and files", autocomplete="off",
        spellcheck="false", aria_describedby="filter-told",
    )  # fmt: skip
    places = (("areas", "Areas"), ("rules", "Rules"), ("files", "Files"), ("fixes", "Fixes"), ("how", "How counted"))
    links = (tag("a", name, href=f"#{key}") for key, name in places)
    find = tag(
        "div",
        tag("label", "Filter areas, rules and files", for_="filter", class_="unseen"),
        box,
        tag("span", "", id="filter-told", class_="quiet", role="status"),
        class_="find",
        hidden=True,
    )
    return tag("div", tag("nav", *links, aria_label="Sections"), find, class_="toolbar")


def _how(state: State) -> Markup:
    rows = (joined(tag("dt", figure), tag("dd", spoken(how))) for figure, how in state.counted.items())
    return tag("section", tag("h2", "How it was counted"), tag("dl", *rows, class_="how"), id="how")


def _footer(state: State) -> Markup:
    return tag("footer", f"Made by isolint {state.version} on {moment(state.when)}", class_="quiet")
