"""The benchmark measures what it says on a tree that is small, and leaves the tree as it was."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "measure.py"
OWN = (
    *("cold", "strict", "unchanged", "fresh"),
    *("leaf-comment", "leaf-line", "leaf-function", "leaf-call"),
    *("central-comment", "central-line", "central-function", "central-call"),
    *("asked-leaf", "asked-leaf-changed", "asked-central", "asked-central-changed"),
    *("version", "small", "memory", "phases"),
)
PEERS = ("ruff", "ast-grep", "fp-checker", "semgrep", "pylint", "bandit", "flake8")
FILES = {
    "sessions.py": "from sqlalchemy.orm import Session\n\nsession = Session()\n\ndef f():\n    return str(session)\n",
    "broken.py": "def (:\n",
    "prices.py": "import sessions\n\nA = 1\n",
    "test_prices.py": "import prices\nimport sessions\n\ndef test_price():\n    print(prices.A)\n",
}
STAND_INS = {
    "ruff": 'echo "ruff 9.8.7"',
    "flake8": 'echo "7.0.0"',
    "pylint": '[ "$1" = --version ] || { echo "no such option" >&2; exit 32; }',
    "bandit": '[ "$1" = --version ] || exec sleep 60',
}


def run(tree: Path, *words: str | Path, path: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PATH": path or os.environ["PATH"]}
    command = [sys.executable, BENCHMARK, tree, "--runs", "1", "--settle", "0", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=environment)


def cells(table: str) -> dict[str, list[str]]:
    """The rows of the table by their first cell."""
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0]: row[1:] for row in rows}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four files of which one cannot be parsed, one is a test, and two import a third."""
    folder = tmp_path_factory.mktemp("measured") / "shop"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def measured(tree: Path) -> tuple[str, dict[str, Any]]:
    """The table, and the rows of the raw figures by name."""
    raw = tree.parent / "raw.json"
    ran = run(tree, "--json", raw)
    assert ran.returncode == 0, ran.stderr + ran.stdout
    return ran.stdout, {row["name"]: row for row in json.loads(raw.read_text("utf-8"))["rows"]}


def test_each_row_is_made_and_has_figures(measured: tuple[str, dict[str, Any]]) -> None:
    table, raw = measured
    assert tuple(raw) == OWN
    missing = {name: row["missing"] for name, row in raw.items() if row["missing"]}
    assert set(missing.values()) <= {"the system does not tell it"}  # the memory, where there is no /proc
    shown = cells(table)
    for name, row in raw.items():
        assert any(title.startswith(row["title"]) for title in shown), name
        assert all(figure > 0 for figure in row["runs"])
        assert all(len(runs) == len(row["runs"]) for runs in row.get("beside", {}).values())


def test_ratios_are_of_each_run_to_the_one_beside_it(measured: tuple[str, dict[str, Any]]) -> None:
    _, raw = measured
    for row in raw.values():
        if row["to"] and len(row["runs"]) == 1:
            assert row["ratio"] == pytest.approx(row["runs"][0] / row["beside"][row["to"]][0])
    assert raw["version"]["to"] == raw["small"]["to"] == "click"
    assert len(raw["version"]["runs"]) == 5


def test_each_bound_is_said_to_be_met_or_missed(measured: tuple[str, dict[str, Any]]) -> None:
    table, raw = measured
    assert [name for name, row in raw.items() if row["met"] is None and not row["missing"]] == ["phases"]
    shown = cells(table)
    for row in raw.values():
        if not row["missing"] and row["bound"]:
            bound = next(each[-1] for title, each in shown.items() if title.startswith(row["title"]))
            assert bound.endswith("met" if row["met"] else "**missed**")
    start = raw["asked-leaf"]["beside"]["start"][0] / raw["asked-leaf"]["beside"]["floor"][0]
    assert raw["asked-leaf"]["bound"] == pytest.approx(0.05 + start)


def test_phases_add_up_to_the_run(measured: tuple[str, dict[str, Any]]) -> None:
    _, raw = measured
    parts = raw["phases"]["parts"]
    assert "checking" in parts
    assert sum(runs[0] for runs in parts.values()) == pytest.approx(raw["phases"]["runs"][0], abs=0.01)


def test_tree_is_named_by_its_folder_alone(measured: tuple[str, dict[str, Any]], tree: Path) -> None:
    table, _ = measured
    assert "\nshop: 4 files, 15 lines.\n" in table
    assert str(tree.parent) not in table


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell it")
def test_memory_is_that_of_a_python_at_least(measured: tuple[str, dict[str, Any]]) -> None:
    _, raw = measured
    assert raw["memory"]["note"] == "PSS, sum of all processes"
    assert 5 < raw["memory"]["runs"][0] < 1000


def test_tree_is_left_as_it_was(measured: tuple[str, dict[str, Any]], tree: Path) -> None:
    assert measured
    assert {file.name: file.read_text("utf-8") for file in tree.iterdir()} == FILES


def test_broken_configuration_gives_no_table(tmp_path: Path) -> None:
    (tmp_path / "isolint.toml").write_text('selct = ["ISO101"]\n', "utf-8")
    ran = run(tmp_path)
    assert ran.returncode == 2
    assert "selct" in ran.stderr
    assert not ran.stdout


def test_row_that_cannot_be_measured_says_why(tmp_path: Path) -> None:
    (tmp_path / "alone.py").write_text("A = 1\n", "utf-8")
    ran = run(tmp_path, "--only", "leaf-call")
    assert ran.returncode == 0
    (row,) = cells(ran.stdout).values()
    assert row[0] == "no such file with a function that calls anything"


def test_unknown_row_is_refused_with_the_nearest_name(tree: Path) -> None:
    ran = run(tree, "--only", "cold,asked-leef")
    assert ran.returncode == 2
    assert ran.stderr == "--only: there is no row asked-leef; did you mean asked-leaf?\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_peers_are_measured_or_said_to_be_missing(tree: Path, tmp_path: Path) -> None:
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    for name, script in STAND_INS.items():
        (stand_ins / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        (stand_ins / name).chmod(0o755)
    (tmp_path / "sh").symlink_to("/bin/sh")
    (tmp_path / "sleep").symlink_to("/bin/sleep")
    ran = run(tree, "--only", ",".join(PEERS), "--peers-from", stand_ins, "--limit", "1", path=str(tmp_path))
    shown = {title.split("`")[1]: row[0] for title, row in cells(ran.stdout).items() if "floor" not in title}
    assert tuple(shown) == PEERS
    assert shown.pop("ruff").endswith(" s")
    assert "(9.8.7)" in ran.stdout
    assert shown == {
        "ast-grep": "not installed",
        "fp-checker": "not installed",
        "semgrep": "not installed",
        "pylint": "failed: status 32: no such option",
        "bandit": "failed: stopped after 1 s",
        "flake8": "flake8-bugbear is not installed",
    }
    assert ran.returncode == 1  # for the two that failed
