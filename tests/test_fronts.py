"""Whatever is asked, the command line, flake8 or a SARIF report: the findings are the same."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from cli_runs import isolint

ROOT = Path(__file__).parent.parent
PLACE = re.compile(r"(?:\./)?(?P<path>.+?):(?P<line>\d+):\d+: (?P<code>\S+)")

Findings = set[tuple[str, int, str]]
"""Path, line and code of each."""


@pytest.fixture(autouse=True)
def _in_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def by_command_line(path: str) -> Findings:
    ran = isolint("check", path, "--format", "json")
    return {(each["path"], each["line"], each["code"]) for each in json.loads(ran.out)["findings"]}


def by_sarif(path: str) -> Findings:
    [run] = json.loads(isolint("check", path, "--format", "sarif").out)["runs"]
    return {(*place(each["locations"][0]["physicalLocation"]), each["ruleId"]) for each in run["results"]}


def place(location: dict[str, Any]) -> tuple[str, int]:
    return unquote(location["artifactLocation"]["uri"]), location["region"]["startLine"]


def by_flake8(path: str) -> Findings:
    command = [sys.executable, "-m", "flake8", "--isolated", "--select", "ISO", path]
    told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert not told.stderr
    places = [PLACE.match(line) for line in told.stdout.splitlines()]
    return {(each["path"], int(each["line"]), each["code"]) for each in places if each}


def test_three_fronts_find_the_same_in_the_examples() -> None:
    found = by_command_line("examples")
    assert {code for _, _, code in found} >= {"ISO101", "ISO201", "ISO301", "ISO501", "ISO601"}
    assert by_sarif("examples") == found
    assert by_flake8("examples") == found


def test_leaky_example_shows_what_its_readme_tells_and_the_repaired_one_nothing() -> None:
    leaky = by_command_line("examples/leaky")
    assert {code for _, _, code in leaky} >= {"ISO101", "ISO201", "ISO301", "ISO501", "ISO601"}
    assert isolint("check", "examples/repaired").status == 0
    assert by_command_line("examples/repaired") == set()


def test_file_of_an_example_is_found_the_same_on_its_own() -> None:
    leaky = by_command_line("examples/leaky")
    for path in {path for path, _, _ in leaky}:
        assert by_command_line(f"examples/leaky/{path}") == {each for each in leaky if each[0] == path}
