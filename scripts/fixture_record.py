"""A plugin of pytest that records what `--fixtures-per-test` prints: `pytest -p fixture_record --record-fixtures FILE`.

Run it where the project's tests can be collected, with this folder on PYTHONPATH and `--collect-only`. The option
prints a block for each case; here the cases of one test are one, a test without fixtures is there too, and a test that
several classes inherit is there once for each. Names that begin with an underscore are left out, as the option does.
"""

import json
from pathlib import Path

import pytest
from _pytest.fixtures import _get_fixtures_per_test  # what the option goes through: the names, none made by parameters


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record-fixtures", default="", help="the file to write, NAME-VERSION.json")


def pytest_collection_finish(session: pytest.Session) -> None:
    if file := session.config.getoption("--record-fixtures"):
        project, _, version = Path(file).stem.rpartition("-")
        distributions = session.config.pluginmanager.list_plugin_distinfo()
        record = {
            "project": project,
            "version": version,
            "pytest": pytest.__version__,
            "plugins": sorted({f"{found.project_name} {found.version}" for _, found in distributions}),
            "tests": grouped(seen(session)),
        }
        Path(file).with_stem(project).write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def seen(session: pytest.Session) -> dict[tuple[str, str], set[str]]:
    """The names of the fixtures of each test, by file and by the test's name with its classes."""
    found: dict[tuple[str, str], set[str]] = {}
    for item in session.items:
        if isinstance(item, pytest.Function):
            path, _, name = item.nodeid.partition("::")
            test = name[: len(name) - len(item.name)] + item.originalname
            names = {fixture.argname for fixture in _get_fixtures_per_test(item)}
            found.setdefault((path, test), set()).update(n for n in names if not n.startswith("_"))
    return found


def grouped(tests: dict[tuple[str, str], set[str]]) -> dict[str, dict[str, list[str]]]:
    """Tests by file and by the names of their fixtures, which many have in common."""
    found: dict[str, dict[str, list[str]]] = {}
    for (path, test), names in tests.items():
        found.setdefault(path, {}).setdefault(" ".join(sorted(names)), []).append(test)
    return found
