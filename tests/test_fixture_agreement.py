"""isolint and `pytest --fixtures-per-test` name the same fixtures in small suites, each of which tells of one idiom."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from isolint.config import load
from isolint.engine import Request, linked
from isolint.program import Program
from isolint.program.values.origins import Fn

ROOT: Final = Path(__file__).parent.parent
SUITES: Final = sorted(folder for folder in (ROOT / "tests" / "data" / "suites").iterdir() if folder.is_dir())
RECORDS: Final = sorted((ROOT / "tests" / "data" / "fixtures").glob("*.json"))
BLOCK: Final = re.compile(r"-+ fixtures used by (\w+)(?:\[.*\])? -+\n-+ \((.+):\d+\) -+\n((?:\w+ -- .*\n|    .*\n)*)")
NAME: Final = re.compile(r"^(\w+) -- ", re.MULTILINE)

Used = set[tuple[str, str, frozenset[str]]]
"""File and name of the function of a test, and its fixtures: one more for each class that inherits it with others."""


def said(folder: Path, cache: Path) -> Used:
    """What pytest prints of the suite in a folder."""
    command = [sys.executable, "-m", "pytest", "--fixtures-per-test", "--color=no", "-o", f"cache_dir={cache}"]
    environment = {key: text for key, text in os.environ.items() if not key.startswith(("PYTEST", "COV"))}
    environment |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "120"}
    settings = ["-c", "pytest.ini", "--rootdir", "."]
    ran = subprocess.run(
        [*command, *settings], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return {(path, name, frozenset(NAME.findall(rows))) for name, path, rows in BLOCK.findall(ran.stdout)}


def seen(folder: Path) -> Used:
    """What isolint sees in the sources there; the option says nothing of tests that use no fixture."""
    with linked(load([folder], cwd=folder, root=folder), Request(cwd=folder, jobs=1, cache=False)) as program:
        units = program.units
        tests = [(at, program.suites.names(*at, place)) for place, at in collected(program)]
        return {(units[f].path, units[f].header(scope).name, names) for (f, scope), names in tests if names}


def collected(program: Program) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """All tests: the file and class, or -1, that each is collected in, and its function."""
    suites = program.suites
    for file, unit in enumerate(program.units):
        for cls in suites.classes.of(file):
            if suites.classes.is_collected(cls):
                yield from (((file, cls.scope), at) for at in suites.classes.tests(cls).values())
        for name in unit.header(0).bindings:
            for one in program.evaluator.names.exported(file, name) or ():
                if isinstance(one, Fn) and suites.is_test(one.file, one.scope):
                    yield (file, -1), (one.file, one.scope)


@pytest.mark.parametrize("folder", SUITES, ids=lambda folder: folder.name)
def test_both_name_the_same_fixtures(folder: Path, tmp_path: Path) -> None:
    expected = said(folder, tmp_path)
    assert expected, "pytest says nothing"
    found = seen(folder)
    assert sorted(map(written, found)) == sorted(map(written, expected))


def written(used: tuple[str, str, frozenset[str]]) -> str:
    path, name, fixtures = used
    return f"{path}::{name}: {' '.join(sorted(fixtures))}"


@pytest.mark.parametrize("file", RECORDS, ids=lambda file: file.stem)
def test_record_is_one_of_a_real_suite(file: Path) -> None:
    record = json.loads(file.read_text("utf-8"))
    assert record["project"] == file.stem
    tests = [test for groups in record["tests"].values() for tests in groups.values() for test in tests]
    assert len(tests) > 400
    assert {name for groups in record["tests"].values() for names in groups for name in names.split()}
