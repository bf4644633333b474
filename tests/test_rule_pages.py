"""The pages of the rules are what the generator writes, show what they should, and the README lists every rule."""

import importlib.util
import re
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from isolint.rules import catalogue

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "rules"
README = ROOT / "README.md"
RULES = catalogue()


@cache
def generator() -> ModuleType:
    """The script that writes the rules' pages, loaded from its file."""
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "scripts" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def readme_rows() -> dict[str, list[str]]:
    """The cells of the README's table of rules, by code."""
    lines = re.findall(r"^\| (ISO\d{3}) \| (.+) \|$", README.read_text(encoding="utf-8"), re.MULTILINE)
    return {code: cells.split(" | ") for code, cells in lines}


def test_pages_of_rules_are_what_the_generator_writes() -> None:
    wanted = generator().pages(RULES, ROOT / "tests" / "cases")
    present = {page.name: page.read_text(encoding="utf-8") for page in PAGES.glob("*.md")}
    assert present.keys() == wanted.keys()
    differing = [name for name in wanted if wanted[name] != present[name]]
    assert differing == [], "run `python scripts/rule_pages.py`"


def test_check_tells_a_page_that_differs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tmp_path / "docs" / "rules"
    monkeypatch.setattr(generator(), "ROOT", tmp_path)
    monkeypatch.setattr(generator(), "PAGES", pages)
    assert generator().main(["--check"]) == 1
    assert not pages.exists()
    assert generator().main([]) == 0
    (pages / "ISO999.md").write_text("of a rule that is no more")
    assert generator().main(["--check"]) == 1
    assert generator().main([]) == 0
    assert generator().main(["--check"]) == 0


def test_a_story_is_flagged_by_its_own_rule_or_clean_of_all(tmp_path: Path) -> None:
    for name, line in (("kept-on-service", "x = 1  # expect: ISO101 ISO201"), ("other", "y = 1  # expect: ISO202")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text(line)
    (tmp_path / "made-each-time").mkdir()
    (tmp_path / "made-each-time" / "app.py").write_text("z = 1\nprint('```')\n")
    page = generator().page(RULES["ISO201"], generator().stories(tmp_path))
    assert "## Flagged: kept on service\n\n`app.py`\n\n```python\nx = 1  # <- ISO101 ISO201\n```\n" in page
    assert "## Not flagged: made each time\n\n`app.py`\n\n````python\nz = 1\n" in page
    assert "y = 1" not in page


def test_a_file_that_takes_no_comment_is_marked_from_the_list_beside_it(tmp_path: Path) -> None:
    (tmp_path / "no-encoding").mkdir()
    (tmp_path / "no-encoding" / "mails.py").write_bytes(b"\nGREETING = 'caf\xe9\x00'\n")
    (tmp_path / "no-encoding" / "expected.txt").write_text("mails.py:2 ISO001\nother.py:1 ISO001\n")
    (story,) = generator().stories(tmp_path)
    assert story.files == {"mails.py": "GREETING = 'caf\\xe9\\x00'  # <- ISO001"}
    assert story.codes == {"ISO001"}


@pytest.mark.parametrize("code", sorted(generator().TYPICAL))
def test_typical_stories_are_there_and_are_what_they_are_shown_as(code: str) -> None:
    told = {story.name: story for story in generator().stories(ROOT / "tests" / "cases" / code)}
    flagged, clean = generator().TYPICAL[code]
    assert code in told[flagged].codes
    assert not told[clean].codes


@pytest.mark.parametrize("code", sorted(RULES))
def test_page_of_a_rule_shows_a_flagged_and_a_clean_story(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert re.search(r"^## Flagged: .+\n\n`.+`\n\n```", page, re.MULTILINE)
    assert re.search(r"^## Not flagged: .+\n\n`.+`\n\n```", page, re.MULTILINE)
    assert f"<- {code}" in page


@pytest.mark.parametrize("code", sorted(RULES))
def test_readme_has_a_row_for_a_rule(code: str) -> None:
    name, _, on = readme_rows()[code]
    assert (name, on) == (RULES[code].name, RULES[code].on)


def test_readme_has_no_row_for_anything_else() -> None:
    assert readme_rows().keys() == RULES.keys()
