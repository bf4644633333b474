"""The page of a report in a real browser: by mouse and keyboard, in both schemes, without the network.

It is skipped where there is no Chromium, unless ISOLINT_BROWSER is `required`.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from campaign_sample import EMPTY, FILES, HOSTILE, STATE
from isolint.campaign.numbers import Numbers
from isolint.campaign.pages import render
from isolint.campaign.state import FileState

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MANY = replace(
    STATE,
    files=tuple(FileState(f"app/m{n:03}.py", "app", Numbers(findings=n + 1, files=1), {}) for n in range(149, -1, -1)),
)
STATES = {"full": STATE, "empty": EMPTY, "many": MANY}
Scheme = Literal["light", "dark"]

# The contrast of a text with what lies under it, for each text that is shown, as WCAG 2.2 has it; the least ones.
CONTRAST = """() => {
  const parsed = (text) => text.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b]
    .map((each) => each / 255)
    .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, at) => sum + each * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, alpha = 1] = parsed(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const told = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility()) continue;
    if (element.closest("title, desc, .unseen")) continue;
    const style = getComputedStyle(element);
    const ink = parsed(element.closest("svg") ? style.fill : style.color);
    const [light, dark] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
    told.push([(light + 0.05) / (dark + 0.05), walker.currentNode.textContent.trim()]);
  }
  return told.sort((a, b) => a[0] - b[0]);
}"""

# Where the rightmost element ends, but for tables that scroll in a box of their own.
RIGHTMOST = """() => Math.max(...[...document.querySelectorAll("body *")]
  .filter((each) => !each.closest(".wide, .unseen"))
  .map((each) => each.getBoundingClientRect().right))"""


@dataclass
class Seen:
    """A page, and all that the browser had to say about it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def chromium() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), "")
    if not found and os.environ.get("ISOLINT_BROWSER") == "required":
        pytest.fail("ISOLINT_BROWSER=required, and there is no Chromium")
    if not found:
        pytest.skip("there is no Chromium to look at the page with")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as driver, driver.chromium.launch(executable_path=path, args=quiet) as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for name, state in STATES.items():
        (folder / f"{name}.html").write_text(render("html", state), encoding="utf-8")
    return folder


@contextmanager
def opened(
    browser: Browser, file: Path, width: int = 1280, scheme: Scheme = "light", script: str = "with script"
) -> Iterator[Seen]:
    """The page, looked at by somebody who has not been there before; it must not complain."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=script == "with script",
    )
    page = context.new_page()
    seen = Seen(page)
    page.on("console", lambda message: seen.complaints.append(message.text))
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", lambda dialog: seen.complaints.append(f"dialog {dialog.message}"))
    page.on("request", lambda request: seen.asked.append(request.url))
    page.goto(file.as_uri())
    yield seen
    assert seen.complaints == []
    assert {url for url in seen.asked if not url.startswith(("file:", "data:"))} == set()
    assert len([url for url in seen.asked if url.startswith("file:")]) == 1
    context.close()


def head(page: Page, table: str, name: str) -> Locator:
    return page.locator(f"#{table} thead th", has_text=name)


def names(page: Page, table: str) -> list[str]:
    """What the rows that are shown begin with."""
    return page.locator(f"#{table} tbody tr:visible th").all_inner_texts()


PATHS = [row.path for row in FILES]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_both_schemes(browser: Browser, folder: Path, state: str, scheme: Scheme) -> None:
    for width in (1280, 400):
        with opened(browser, folder / f"{state}.html", width, scheme) as seen:
            worst = seen.page.evaluate(CONTRAST)
            assert len(worst) > 30
            assert worst[0][0] >= 4.5, worst[:5]


def test_light_and_dark_differ_and_the_choice_is_kept(browser: Browser, folder: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, folder / "full.html", scheme="dark") as seen:
        dark = seen.page.evaluate(ground)
    with opened(browser, folder / "full.html", scheme="light") as seen:
        light = seen.page.evaluate(ground)
        assert light != dark
        button = seen.page.get_by_role("button", name="Dark theme")
        button.focus()
        seen.page.keyboard.press("Enter")
        assert seen.page.evaluate(ground) == dark
        assert seen.page.evaluate(CONTRAST)[0][0] >= 4.5
        seen.page.reload()
        assert seen.page.evaluate(ground) == dark
        seen.page.get_by_role("button", name="Light theme").click()
        assert seen.page.evaluate(ground) == light
        seen.asked.clear()
        seen.page.reload()


def test_a_chosen_scheme_is_not_printed(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html", scheme="dark") as seen:
        seen.page.get_by_role("button", name="Light theme").click()
        seen.page.get_by_role("button", name="Dark theme").click()
        seen.page.emulate_media(media="print")
        ink = seen.page.evaluate("getComputedStyle(document.body).color")
        assert ink == "rgb(27, 31, 36)"
        assert not seen.page.locator("#filter").is_visible()
        assert not seen.page.locator("#theme").is_visible()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("script", ["with script", "without"])
@pytest.mark.parametrize("width", [320, 400, 900, 1030, 1280])
def test_nothing_has_to_be_scrolled_sideways(
    browser: Browser, folder: Path, state: str, script: str, width: int
) -> None:
    with opened(browser, folder / f"{state}.html", width, script=script) as seen:
        for summary in seen.page.locator("summary").all():
            summary.click()
        assert seen.page.evaluate(RIGHTMOST) <= width
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_all_is_there_and_nothing_that_needs_one(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "many.html", script="without") as seen:
        assert len(names(seen.page, "files")) == 150
        assert not seen.page.locator("#filter").is_visible()
        assert seen.page.locator("button:visible").count() == 0


def test_heads_sort_by_click(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html") as seen:
        page = seen.page
        assert names(page, "files") == PATHS
        assert head(page, "files", "Findings").get_attribute("aria-sort") == "descending"
        head(page, "files", "Findings").get_by_role("button").click()
        assert names(page, "files") == PATHS[::-1]
        assert head(page, "files", "Findings").get_attribute("aria-sort") == "ascending"
        head(page, "files", "File").get_by_role("button").first.click()
        assert names(page, "files") == sorted(PATHS)
        assert page.locator("#files th[aria-sort]").count() == 1
        assert names(page, "areas")[0] == "tests"


def test_heads_sort_by_keyboard(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html") as seen:
        page = seen.page
        page.locator("#filter").focus()
        for _ in range(4):
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Clean"
        page.keyboard.press("Enter")
        assert head(page, "areas", "Clean").get_attribute("aria-sort") == "descending"
        assert names(page, "areas") == ["scripts", "<b>backend</b>", "tests", "mobile"]
        page.keyboard.press("Space")
        assert names(page, "areas") == ["mobile", "tests", "<b>backend</b>", "scripts"]


def test_severities_sort_by_weight(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html") as seen:
        head(seen.page, "rules", "Severity").get_by_role("button").click()
        assert [name.split()[0] for name in names(seen.page, "rules")] == ["ISO501", "ISO202"]


def test_a_filter_finds_areas_rules_and_files(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html") as seen:
        page = seen.page
        box = page.get_by_label("Filter areas, rules and files")
        box.fill("GLOBAL-session")
        assert [name.split()[0] for name in names(page, "rules")] == ["ISO202"]
        assert names(page, "files") == [PATHS[0], HOSTILE]
        assert page.locator("#areas .none").inner_text() == "None matches the filter."
        assert page.locator("#files h2").inner_text() == "Files 2 of 3"
        assert page.get_by_role("status").inner_text() == "3 rows"
        box.fill("quality")
        assert names(page, "areas") == ["tests"]
        box.fill("test_ payments")
        assert names(page, "files") == [PATHS[2]]
        box.fill("<script>")
        assert names(page, "files") == [HOSTILE]
        assert page.locator("#fixes tbody tr:visible").count() == 3


def test_a_filter_works_by_keyboard(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html") as seen:
        page = seen.page
        page.keyboard.press("/")
        page.keyboard.type("iso501 orders/")
        assert page.locator("#filter").input_value() == "iso501 orders/"
        page.keyboard.press("Backspace")
        assert names(page, "files") == [PATHS[0]]
        page.keyboard.press("Escape")
        assert names(page, "files") == PATHS
        assert page.get_by_role("status").inner_text() == ""


def test_a_long_table_is_shown_in_parts_yet_sorted_and_filtered_as_a_whole(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "many.html") as seen:
        page = seen.page
        assert len(names(page, "files")) == 100
        page.locator("#filter").fill("m000")
        assert names(page, "files") == ["app/m000.py"]
        page.locator("#filter").fill("")
        head(page, "files", "Findings").get_by_role("button").click()
        assert names(page, "files")[0] == "app/m000.py"
        page.get_by_role("button", name="Show all 150").click()
        assert len(names(page, "files")) == 150
        assert not page.get_by_role("button", name="Show all").is_visible()


def test_names_stay_text(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "full.html") as seen:
        assert HOSTILE in names(seen.page, "files")
        assert seen.page.title() == "Isolation of shop <i>&co</i>"
        assert seen.page.locator("main script, main i, main b").count() == 0


def test_the_policy_of_the_page_stops_a_script_that_gets_in(browser: Browser, folder: Path, tmp_path: Path) -> None:
    page = (folder / "full.html").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(page.replace("<main", "<script>document.title='taken'</script><main"))
    with opened(browser, tmp_path / "page.html") as seen:
        assert seen.page.title() != "taken"
        assert "Content Security Policy" in seen.complaints.pop()


def test_tables_and_pictures_say_what_they_are_also_as_cards(browser: Browser, folder: Path) -> None:
    for width in (1280, 400):
        with opened(browser, folder / "full.html", width) as seen:
            page = seen.page
            assert page.get_by_role("table", name="Areas").get_by_role("row").count() == 5
            assert page.get_by_role("columnheader", name="Findings").count() == 3
            assert page.get_by_role("rowheader", name="scripts").count() == 1
            assert page.get_by_role("img", name="Files without a finding").count() == 1
            described = page.locator("svg.chart desc").first.text_content()
            assert described == "From 96 on 2026-03-02 12:00 UTC to 40 on 2026-03-23 12:00 UTC, in 5 runs."
            assert page.locator("svg.chart").first.locator("polyline").count() == 2
