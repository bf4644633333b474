"""The documentation says what is so: pages, tables, links, keys and commands are compared with the code."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

import click
import pytest

from isolint.checks import CHECKS
from isolint.cli.app import app
from isolint.config import load
from isolint.config.areas import DEFAULT_AREAS
from isolint.config.areas import KINDS as AREA_KINDS
from isolint.config.keys import AREA_KEYS, KEYS
from isolint.config.loading import DEFAULT_EXCLUDE
from isolint.engine import Request, check
from isolint.engine.choices import Choices
from isolint.kinds import CHOICES, KINDS
from isolint.repairs import REPAIRS
from isolint.report import FORMATS, Style, render
from isolint.rules import OPTIONAL, REQUIRED, catalogue, read_rule
from isolint.vocabulary import PACK_KEYS, read_pack, read_rows

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
RULES = catalogue()

LINK = re.compile(r"(?<!\!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"^ *(?P<ticks>`{3,})(?P<language>\w*)\n(?P<text>.*?)^ *(?P=ticks)$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
COMMAND = re.compile(r"(?:^|[;&|]|\brun:|\bentry:)\s*(?P<command>isolint [a-z][^|;&#>\n]*)", re.MULTILINE)


@cache
def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """A page without its code blocks."""
    return FENCE.sub("", page)


def rows(page: str, *header: str) -> dict[str, list[str]]:
    """The cells of the table with this header, by the word in the first cell."""
    _, head, rest = page.partition(f"| {' | '.join(header)} |\n")
    assert head, f"no table {header}"
    body = re.match(r"\|[-|]+\|\n((?:\|.*\|\n)+)", rest)
    assert body is not None
    cells = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body[1].splitlines()]
    return {re.sub(r"[`\[\]]", "", row[0]): row for row in cells}


def quoted(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


# links


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_codes_that_a_page_names_exist(page: Path) -> None:
    named = set(re.findall(r"\bISO\d{3}\b", page.read_text(encoding="utf-8")))
    assert named <= RULES.keys()


def anchors(page: Path) -> set[str]:
    """What the headings of a page are linked by."""
    headings = HEADING.findall(prose(page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(prose(page.read_text(encoding="utf-8"))):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_a_page_is_reached_from_the_tour(page: Path) -> None:
    seen, pending = set(), [DOCS / "index.md"]
    while pending:
        at = pending.pop()
        if at in seen or not at.is_file():
            continue
        seen.add(at)
        targets = (each.partition("#")[0] for each in LINK.findall(prose(at.read_text(encoding="utf-8"))))
        pending += [(at.parent / each).resolve() for each in targets if each.endswith(".md")]
    assert page.resolve() in seen


# configuration


def test_every_key_has_a_section_with_type_default_and_example() -> None:
    page = text("configuration.md")
    for key in KEYS:
        _, head, rest = page.partition(f"\n### {key}\n")
        assert head, f"no section for {key}"
        section = re.split(r"^##", rest, maxsplit=1, flags=re.MULTILINE)[0]
        assert re.search(r"^Type: .+ Default: .+$", section, re.MULTILINE), key
        assert any(key in block["text"] for block in FENCE.finditer(section)), f"no example for {key}"


def test_no_section_for_a_key_that_is_none() -> None:
    section = text("configuration.md").partition("\n## Keys\n")[2].partition("\n## ")[0]
    keys = re.findall(r"^### (.+)$", section, re.MULTILINE)
    assert sorted(keys) == sorted(KEYS)


def test_keys_of_an_area_and_its_kinds_are_told() -> None:
    section = text("configuration.md").partition("\n### areas\n")[2].partition("\n### ")[0]
    assert rows(section, "key", "type", "what it says").keys() == set(AREA_KEYS)
    table = rows(section, "kind", "folders", "markers")
    assert table.keys() == set(AREA_KINDS)
    for area in DEFAULT_AREAS:
        assert quoted(table[area.kind][1]) == set(area.paths)
        assert quoted(table[area.kind][2]) == set(area.markers)


def test_folders_that_are_never_read_are_told() -> None:
    section = text("configuration.md").partition("\n### exclude\n")[2].partition("\n### ")[0]
    assert quoted(section) >= set(DEFAULT_EXCLUDE)


# vocabulary, packs, rules, checks


def test_every_kind_is_told_with_its_fields() -> None:
    table = rows(text("writing-packs-and-rules.md"), "kind", "fields", "what it says")
    assert {kind: quoted(row[1]) for kind, row in table.items()} == {kind: set(each) for kind, each in KINDS.items()}


def test_every_field_is_told_with_its_choices() -> None:
    table = rows(text("writing-packs-and-rules.md"), "field", "type", "what it says")
    assert table.keys() == {"path", "paths", *(field for each in KINDS.values() for field in each)}
    assert all(quoted(table[field][1]) == set(words) for field, words in CHOICES.items())


def test_every_key_of_a_pack_and_of_a_rule_is_told() -> None:
    page = text("writing-packs-and-rules.md")
    assert rows(page, "key of a pack", "type", "what it says").keys() == set(PACK_KEYS)
    assert rows(page, "key of a rule", "type", "what it says").keys() == {*REQUIRED, *OPTIONAL}


def test_every_check_is_told_with_its_parameters() -> None:
    table = rows(text("writing-packs-and-rules.md"), "check", "parameters", "question")
    told = {name: quoted(row[1]) for name, row in table.items()}
    assert told == {name: {each.name.replace("_", "-") for each in fields(kind)} for name, kind in CHECKS.items()}  # type: ignore[arg-type]  # checks are dataclasses


def test_every_repair_is_told_with_its_parameters() -> None:
    table = rows(text("writing-packs-and-rules.md"), "repair", "parameters", "mends")
    told = {name: quoted(row[1]) for name, row in table.items()}
    assert told == {name: {each.name.replace("_", "-") for each in fields(kind)} for name, kind in REPAIRS.items()}  # type: ignore[arg-type]  # repairs are dataclasses


def test_every_format_is_told() -> None:
    assert rows(text("integrations.md"), "format", "for").keys() == set(FORMATS)


def settings() -> list[tuple[str, str]]:
    """Every TOML block that a page shows to users, with the page's name."""
    blocks = [(page, block) for page in DOCS.glob("*.md") for block in FENCE.finditer(page.read_text(encoding="utf-8"))]
    return [(page.name, block["text"]) for page, block in blocks if block["language"] == "toml"]


@pytest.mark.parametrize(("page", "block"), settings())
def test_settings_that_a_page_shows_are_understood(page: str, block: str, tmp_path: Path) -> None:
    if "[check]" in block:
        assert read_rule(block, page, "session").check is not None
    elif "loads-when" in block:
        assert read_pack(block, page).rows
    elif "[tool.ruff]" not in block:
        project = tmp_path / "project"
        project.mkdir()
        (tmp_path / "isolint.toml").write_text("strict = true\n")
        (project / ("pyproject.toml" if "[tool.isolint" in block else "isolint.toml")).write_text(block)
        config = load([], cwd=project, root=project)
        Choices(config, RULES)
        read_rows(config.vocabulary, page, "vocabulary", "project")
        assert config.file is not None


# the tour


def test_the_finding_of_the_tour_is_what_isolint_says() -> None:
    _, _, rest = text("index.md").partition("<!-- this finding is compared with what isolint says -->\n")
    shown = FENCE.match(rest)
    assert shown is not None
    given = "examples/leaky/chat/api/messages.py"
    assert f"isolint check {given}\n" in text("index.md")
    config = load([Path(given)], cwd=ROOT)
    outcome = check(config, Request(given=(given,), cache=False, cwd=ROOT))
    said = render("text", outcome.report, outcome.rules, outcome.lines, Style())
    assert said.startswith(shown["text"])


# commands


def shown_commands() -> Iterator[tuple[str, list[str]]]:
    """Every `isolint ..` that a page shows as code, with the page's name."""
    for page in PAGES:
        whole = page.read_text(encoding="utf-8")
        code = [*(block["text"] for block in FENCE.finditer(whole)), *INLINE.findall(prose(whole))]
        for each in code:
            yield from ((page.relative_to(DOCS).as_posix(), shlex.split(found)) for found in COMMAND.findall(each))


def commands() -> Mapping[str, click.Command]:
    """The commands of the command line."""
    with click.Context(app) as context:
        names = {name: app.get_command(context, name) for name in app.list_commands(context)}
    return {name: command for name, command in names.items() if command is not None}


def test_pages_show_commands() -> None:
    assert {words[1] for _, words in shown_commands()} >= {"check", "baseline", "explain"}


def test_shown_commands_exist_and_know_their_options() -> None:
    known = commands()
    for page, (_, name, *words) in shown_commands():
        assert name in known, f"{page}: isolint {name}"
        options = {opt for each in known[name].params for opt in (*each.opts, *each.secondary_opts)} | {"--help"}
        used = {word.partition("=")[0] for word in words if word.startswith("-") and word != "-"}
        assert used <= options, f"{page}: isolint {name} {' '.join(words)}"
