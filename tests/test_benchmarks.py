"""The benchmark measures what it says on a tree that is small, and leaves the tree as it was."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "cold.py"
ROWS = (
    "floor: `ast.parse` alone, as many processes",
    "cold: `isolint check --no-cache`",
    "warm, nothing changed",
    "warm, one file changed",
    '`python -c "import click"`',
    "`isolint --version`",
)
FILES = {
    "sessions.py": "from sqlalchemy.orm import Session\n\nsession = Session()\n",
    "broken.py": "def (:\n",
    "prices.py": "A = 1\nB = 2\nC = 3\nD = 4\nE = 5\n",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three files of which one cannot be parsed, nine lines, one finding."""
    folder = tmp_path_factory.mktemp("measured") / "shop"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def measured(tree: Path) -> str:
    ran = subprocess.run(
        [sys.executable, BENCHMARK, tree, "--runs", "1"], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_each_kind_of_run_has_a_row_of_figures(measured: str) -> None:
    rows = dict(re.findall(r"^\| (.+?) \| (\d+\.\d{3}) \| ", measured, re.MULTILINE))
    assert tuple(rows) == ROWS
    assert all(float(figure) > 0 for figure in rows.values())


def test_ratios_are_to_the_floor_and_to_importing_click(measured: str) -> None:
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in measured.splitlines() if line.startswith("|")]
    seconds, ratio = ({row[0]: float(row[column]) for row in cells[2:]} for column in (1, 4))
    assert ratio[ROWS[0]] == ratio[ROWS[4]] == 1
    assert ratio[ROWS[1]] == pytest.approx(seconds[ROWS[1]] / seconds[ROWS[0]], rel=0.05)
    assert ratio[ROWS[5]] == pytest.approx(seconds[ROWS[5]] / seconds[ROWS[4]], rel=0.05)


def test_tree_is_named_by_its_folder_alone(measured: str, tree: Path) -> None:
    assert measured.startswith("shop: 3 files, 9 lines; ")
    assert str(tree.parent) not in measured


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell it")
def test_memory_is_that_of_a_python_at_least(measured: str) -> None:
    found = re.search(r"^Peak memory of a cold run: (\d+) MiB \(PSS, sum of all processes\)\.$", measured, re.MULTILINE)
    assert found is not None
    assert 5 < int(found[1]) < 1000


def test_tree_is_left_as_it_was(measured: str, tree: Path) -> None:
    assert measured
    assert {file.name: file.read_text("utf-8") for file in tree.iterdir()} == FILES


def test_failing_run_is_no_figure(tmp_path: Path) -> None:
    (tmp_path / "isolint.toml").write_text('selct = ["ISO101"]\n', "utf-8")
    ran = subprocess.run(
        [sys.executable, BENCHMARK, tmp_path, "--runs", "1"], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode != 0
    assert not ran.stdout
