"""A report says the same in every format, and lets no name be anything but a name."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from campaign_sample import EMPTY, HOSTILE, STATE
from cli_runs import CLEAN, LEAK, isolint, project
from isolint.campaign.history import read
from isolint.campaign.numbers import Numbers
from isolint.campaign.pages import FORMATS, render
from isolint.campaign.state import State
from isolint.errors import UsageError
from isolint.report.terminal import columns

GOLDEN = Path(__file__).parent / "golden"
HISTORY = Path(".isolint-history.jsonl")


class Elements(HTMLParser):
    """The names of the elements of a page, what they refer to, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href", "srcset", "action"}]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]

    def handle_data(self, data: str) -> None:
        self.text += data


class TestFormats:
    def test_text_is_the_golden_one(self) -> None:
        assert render("text", STATE) == (GOLDEN / "campaign.text").read_text(encoding="utf-8")

    def test_markdown_is_the_golden_one(self) -> None:
        assert render("markdown", STATE) == (GOLDEN / "campaign.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("state", [STATE, EMPTY], ids=["full", "empty"])
    def test_text_fits_eighty_columns(self, state: State) -> None:
        assert max(map(columns, render("text", state).splitlines())) <= 80

    @pytest.mark.parametrize("state", [STATE, EMPTY], ids=["full", "empty"])
    @pytest.mark.parametrize("form", FORMATS)
    def test_every_format_ends_with_one_newline(self, form: str, state: State) -> None:
        page = render(form, state)
        assert page.endswith("\n")
        assert not page.endswith("\n\n")

    def test_an_unknown_format_is_a_mistake(self) -> None:
        with pytest.raises(UsageError, match="did you mean 'html'"):
            render("htm", STATE)

    def test_json_has_the_same_keys_whether_there_is_something_or_not(self) -> None:
        full, empty = (json.loads(render("json", state)) for state in (STATE, EMPTY))
        assert full.keys() == empty.keys()
        assert full["totals"]["compliance"] == 0.9825
        assert [row["name"] for row in full["areas"]] == ["tests", "<b>backend</b>", "scripts", "mobile"]
        assert full["areas"][3]["compliance"] is None
        assert full["last_run_of_fixes"]["reasons"] == STATE.last.reasons
        assert (empty["last_run_of_fixes"], empty["paths"]) == (None, ["app"])

    def test_a_name_that_could_rewrite_a_terminal_or_break_a_table_does_neither(self) -> None:
        path = "app/\x1b[2J|`a`\n.py"
        state = replace(STATE, files=(replace(STATE.files[0], path=path),))
        for form in FORMATS:
            assert "\x1b" not in render(form, state)
        assert "app/\\x1b[2J|`a` .py" in render("text", state)
        assert "app/<wbr>\\x1b[2J|`a`\\n.py" in render("html", state)
        [row] = [line for line in render("markdown", state).splitlines() if "2J" in line]
        assert len(re.findall(r"(?<!\\)\|", row)) == 7

    def test_half_a_character_in_a_name_can_be_written(self) -> None:
        state = replace(STATE, files=(replace(STATE.files[0], path="app/\udcff.py"),))
        assert all(render(form, state).encode() for form in FORMATS)

    def test_no_name_becomes_an_element_of_the_page(self) -> None:
        page = Elements(render("html", STATE))
        assert page.names.count("script") == 1
        assert {"i", "b", "img", "iframe", "form", "object"}.isdisjoint(page.names)
        assert page.handlers == []
        assert HOSTILE in page.text
        assert STATE.project in page.text

    def test_the_page_refers_to_rules_alone(self) -> None:
        links = Elements(render("html", STATE)).links
        outside = {link for link in links if not link.startswith("#") and link != "data:,"}
        assert outside == {row.url for row in STATE.rules}
        assert "@import" not in render("html", STATE)
        assert "url(" not in render("html", STATE)

    def test_a_rule_that_refers_to_a_script_is_not_linked(self) -> None:
        state = replace(STATE, rules=(replace(STATE.rules[0], url="javascript:alert(1)"),))
        assert "javascript:" not in render("html", state)

    @pytest.mark.parametrize("clean", [0, 1, 999, 1000, 1199])
    def test_a_share_is_whole_only_where_nothing_is_left(self, clean: int) -> None:
        state = replace(STATE, totals=replace(STATE.totals, clean=clean))
        assert "100.0 % of" not in " ".join(render("text", state).split())


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    text = '[areas.core]\nowner = "platform"\npaths = ["app/"]\n'
    files = {"isolint.toml": text, "app/db.py": LEAK, "app/good.py": CLEAN, "lib/db.py": LEAK}
    return project(tmp_path / "shop", files, monkeypatch)


@pytest.mark.usefixtures("shop")
class TestCommand:
    def test_a_report_is_no_gate(self) -> None:
        ran = isolint("report", "--no-record")
        assert (ran.status, ran.err) == (0, "")
        assert "33.3 %  of 3 files have no finding: 1\n" in ran.out
        assert "core  platform" in ran.out
        assert not HISTORY.exists()

    def test_the_figures_are_recorded_and_the_next_report_compares(self) -> None:
        isolint("report")
        Path("app/db.py").write_text(CLEAN, encoding="utf-8")
        told = json.loads(isolint("report", "--format", "json").out)
        assert [point["findings"] for point in told["trend"]] == [2, 1]
        assert [run.totals.findings for run in read(HISTORY)] == [2, 1]
        assert read(HISTORY)[-1].areas["core"] == Numbers(files=2, clean=2)

    def test_a_part_of_the_project_has_a_trend_of_its_own_wherever_it_is_asked_from(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        isolint("report")
        isolint("report", "lib")
        monkeypatch.chdir("app")
        told = json.loads(isolint("report", "../lib", "--format", "json").out)
        assert (told["paths"], [point["findings"] for point in told["trend"]]) == (["lib"], [1, 1])

    def test_what_the_baseline_holds_back_counts(self) -> None:
        isolint("baseline")
        assert isolint("check").status == 0
        assert json.loads(isolint("report", "--format", "json").out)["totals"]["findings"] == 2

    def test_the_history_may_be_kept_elsewhere(self) -> None:
        Path("isolint.toml").write_text('history = "ci/runs.jsonl"\n', encoding="utf-8")
        Path("ci").mkdir()
        isolint("report")
        assert len(read(Path("ci/runs.jsonl"))) == 1

    @pytest.mark.parametrize("form", FORMATS)
    def test_a_file_gets_what_standard_output_would(self, form: str) -> None:
        ran = isolint("report", "--no-record", "--format", form, "--output", "report.out")
        assert (ran.status, ran.out) == (0, "")
        assert "3" in Path("report.out").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--format", "htm"], "--format: 'htm' is unknown, did you mean 'html'?"),
            (["--output", "nowhere/report.html"], "--output: folder 'nowhere' does not exist"),
            (["--output", "app"], "--output: 'app' is a folder"),
            (["ap"], "path 'ap' does not exist, did you mean 'app'?"),
        ],
    )
    def test_misuse_is_told_in_one_line(self, arguments: list[str], said: str) -> None:
        ran = isolint("report", *arguments)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == f"isolint: error: {said}\n"
        assert not HISTORY.exists()

    def test_a_history_that_cannot_be_read_is_told_before_anything_is_written(self) -> None:
        HISTORY.write_text("<<<<<<< HEAD\n", encoding="utf-8")
        ran = isolint("report", "--output", "report.txt")
        assert ran.status == 2
        assert ".isolint-history.jsonl: line 1: expected a run in JSON" in ran.err
        assert not Path("report.txt").exists()
