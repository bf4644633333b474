import re
from pathlib import Path

import pytest

from cli_runs import BROKEN, LEAK, isolint, project

API = """\
from fastapi import APIRouter

from store import keep

router = APIRouter()


@router.get("/")
def show(user: str):
    return work(user)


def work(user):
    unknown(user)
    keep(user)
    return make()


def make():
    return Thing()


class Thing:
    shared = None

    def __init__(self):
        self.name = ""
        Thing.shared = self


def idle():
    return None


def busy(basket, name):
    global router
    router = APIRouter()
    basket[name] = name
    del basket.owner
    name()
    return nobody().knows[3]()()


class Counter:
    count = 0
"""


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "isolint.toml": "",
        "api.py": API,
        "store.py": "def keep(user):\n    return user\n",
        "db.py": LEAK,
        "tests/e2e/test_shop.py": "def test_it():\n    assert True\n",
        "broken.py": BROKEN,
    }
    return project(tmp_path / "shop", files, monkeypatch)


def told(place: str, *arguments: str) -> str:
    ran = isolint("debug", place, *arguments)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def line_of(text: str) -> str:
    return f"api.py:{API[: API.index(text)].count(chr(10)) + 1}"


def test_the_role_and_the_areas_of_the_file_are_told() -> None:
    assert "role: application\n  areas: none" in told("db.py:3")
    out = told("tests/e2e/test_shop.py:2")
    assert "role: test\n  areas: e2e" in out
    assert "  a test\n" in out


def test_a_call_is_told_with_what_it_calls_what_it_gives_and_how_long_that_lives() -> None:
    out = told("db.py:3")
    assert "calls `sqlalchemy.orm.Session`" in out
    assert "gives `sqlalchemy.orm.Session()` (database-session, by" in out
    assert "outlives the request: it is made when the module is imported, `db.session`, db.py:3:11" in out
    assert "the body of the module `db`, which runs at import" in out


def test_what_is_unknown_is_called_unknown() -> None:
    assert "calls `builtins.unknown`" in told(line_of("unknown(user)"))
    assert "calls `store.keep`" in told(line_of("keep(user)"))


def test_an_entry_point_is_told_with_the_row_that_makes_it_one() -> None:
    assert "an entry point, by `fastapi.APIRouter" in told(line_of("return work"))


def test_the_way_from_an_entry_point_is_told_step_by_step() -> None:
    out = told(line_of("return Thing()"))
    assert "reached from 1 entry point; the shortest way:" in out
    assert "1. api.py:9:5 the request enters at `show`" in out
    assert "`work` goes on here" in out


def test_what_nothing_reaches_is_said_to_be_so() -> None:
    assert "no entry point is known to reach it" in told(line_of("return None"))


def test_a_store_is_told_with_what_it_keeps_on() -> None:
    out = told(line_of("Thing.shared = self"))
    assert "stores in the attribute `shared` of" in out
    assert "`api.Thing`" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("router = APIRouter()\n    basket", "rebinds the name `router` of an outer scope"),
        ("basket[name] = name", "stores in an element of\n         the parameter `basket`, of which nothing is known"),
        ("del basket.owner", "deletes from the attribute `owner` of"),
        ("name()", "calls the parameter `name`, of which nothing is known"),
        ("class Thing", "the body of the class `api.Thing`, which runs at import"),
        ("count = 0", "the body of the class `api.Counter`, which runs at import"),
        ("return None", "function `api.idle`"),
        ("def busy", "function `api.busy`"),
    ],
)
def test_every_kind_of_line_is_told_of(text: str, said: str) -> None:
    assert said in told(line_of(text))


def test_a_fixture_is_called_one() -> None:
    Path("tests/e2e/conftest.py").write_text(
        "import pytest\n\n\n@pytest.fixture\ndef shop():\n    return object()\n", encoding="utf-8"
    )
    assert "  a fixture\n" in told("tests/e2e/conftest.py:6")


def test_where_nothing_is_an_entry_point_a_public_function_is_assumed_to_be_one() -> None:
    Path("api.py").unlink()
    assert "this one is assumed to be one" in told("store.py:2")


def test_a_line_without_calls_stores_or_findings_says_so() -> None:
    out = told(line_of("shared = None"))
    assert "no call and no store begins on this line" in out
    assert "no rule finds anything at this line" in out


def test_a_shown_finding_is_told_as_shown() -> None:
    assert re.search(r"ISO202 global-session \[error, \w+ confidence\]: shown", told("db.py:3"))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--select", "ISO3"], "the rule is not selected"),
        (["--ignore", "ISO202"], "the rule is not selected"),
        (["--min-confidence", "high"], "its confidence is below high"),
    ],
)
def test_a_finding_that_was_not_asked_for_is_told_with_the_reason(arguments: list[str], reason: str) -> None:
    Path("api.py").unlink()  # without an entry point nothing is sure
    assert f"hidden: {reason}" in told("db.py:3", *arguments)


def test_a_finding_under_a_comment_is_told_to_be_hidden_by_it() -> None:
    Path("db.py").write_text(LEAK.rstrip() + "  # isolint: ignore[ISO202] for now\n", encoding="utf-8")
    assert "confidence]: hidden by a comment" in told("db.py:3")


def test_a_recorded_finding_is_told_to_be_hidden_by_the_baseline() -> None:
    isolint("baseline")
    assert "hidden by the baseline, .isolint-baseline.json" in told("db.py:3")


def test_a_finding_that_a_file_is_spared_is_told_with_the_key() -> None:
    Path("isolint.toml").write_text('[per-file-ignores]\n"db.py" = ["ISO202"]\n', encoding="utf-8")
    assert "hidden: per-file-ignores names it for this file" in told("db.py:3")


def test_the_body_of_a_script_that_runs_for_each_user_is_told_to_be_an_entry_point() -> None:
    Path("page.py").write_text("import streamlit as st\n\nst.write(1)\n", encoding="utf-8")
    says = "the body of the module `page`, which runs for each user\n  an entry point, by `streamlit` of streamlit"
    assert says in told("page.py:3")


def test_a_finding_that_is_merely_strict_is_told_to_be() -> None:
    written = "from fastapi import FastAPI\n\napp = FastAPI()\nseen = []\n\n\n"
    Path("audit.py").write_text(
        f'{written}@app.get("/")\ndef note(user: str):\n    seen.append(user)\n', encoding="utf-8"
    )
    assert "hidden: it counts under --strict alone" in told("audit.py:9")
    assert "confidence]: shown" in told("audit.py:9", "--strict")


def test_a_nested_configuration_that_leaves_the_rule_out_is_the_reason() -> None:
    Path("inner").mkdir()
    Path("inner/isolint.toml").write_text('ignore = ["ISO202"]\n', encoding="utf-8")
    Path("inner/db.py").write_text(LEAK, encoding="utf-8")
    assert "hidden: the rule is not selected here" in told("inner/db.py:3", "--root", ".")


def test_a_file_that_cannot_be_read_is_told_so() -> None:
    assert "ISO001 unreadable-file [error, high confidence]: shown" in told("broken.py:1")


def test_a_place_as_reports_write_it_is_understood() -> None:
    assert told("db.py:3:11:") == told("db.py:3")


@pytest.mark.parametrize("place", ["db.py:3", line_of("return Thing()"), "tests/e2e/test_shop.py:2"])
def test_the_cache_is_not_needed(place: str) -> None:
    assert told(place, "--no-cache") == told(place)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("db.py", "expected FILE:LINE, not 'db.py'"),
        ("bd.py:1", "path 'bd.py' does not exist, did you mean 'db.py'?"),
        ("db.py:99", "'db.py' ends with line 3, line 99 does not exist"),
        ("db.py:0", "line 0 does not exist"),
        ("tests:1", "'tests' is a folder"),
    ],
)
def test_a_place_that_does_not_exist_is_misuse(place: str, said: str) -> None:
    ran = isolint("debug", place)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert said in ran.err
