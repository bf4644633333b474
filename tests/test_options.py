"""What the settings of test runners say, wherever they are written."""

from pathlib import Path

import pytest

from isolint.source.options import Options, read_runner


def written(root: Path, **files: str) -> list[str]:
    for name, text in files.items():
        file = root / name.replace("__", "/").replace("_ini", ".ini").replace("_toml", ".toml").replace("_cfg", ".cfg")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return [f.relative_to(root).as_posix() for f in root.rglob("*") if f.is_file()]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pytest_ini", "[pytest]\ntimeout = 60\nmarkers =\n    e2e: whole journeys\n    slow(reason)\n"),
        ("tox_ini", "[testenv]\na = 1\n[pytest]\ntimeout = 60\nmarkers =\n    e2e\n    slow\n"),
        ("setup_cfg", "[tool:pytest]\ntimeout = 60\nmarkers =\n    e2e: whole journeys\n    slow: it takes long\n"),
        ("pyproject_toml", '[tool.pytest.ini_options]\ntimeout = 60\nmarkers = ["e2e: whole journeys", "slow"]\n'),
        ("pyproject_toml", '[tool.pytest]\ntimeout = "60"\nmarkers = ["e2e", "slow"]\n'),
    ],
)
def test_same_settings_are_read_from_each_kind_of_file(tmp_path: Path, name: str, text: str) -> None:
    options = read_runner(tmp_path, written(tmp_path, **{name: text})).of("tests/test_a.py")
    assert options.markers == {"e2e", "slow"}
    assert options.sets("timeout")


def test_the_first_file_of_a_folder_wins_even_when_it_is_empty(tmp_path: Path) -> None:
    paths = written(tmp_path, pytest_ini="", pyproject_toml="[tool.pytest.ini_options]\ntimeout = 60\n")
    assert not read_runner(tmp_path, paths).of("test_a.py").sets("timeout")


def test_nearest_folder_decides(tmp_path: Path) -> None:
    paths = written(
        tmp_path, pytest_ini="[pytest]\ntimeout = 60\n", api__pytest_ini="[pytest]\nusefixtures = clean db\n"
    )
    runner = read_runner(tmp_path, paths)
    assert runner.of("api/tests/test_a.py").words("usefixtures") == ("clean", "db")
    assert not runner.of("api/tests/test_a.py").sets("timeout")
    assert runner.of("apix/test_a.py").sets("timeout")


@pytest.mark.parametrize(
    ("arguments", "timed"),
    [("--timeout=60", True), ("-q --timeout 60", True), ("--timeout=0", False), ("-q", False), ("'--timeout=5", False)],
)
def test_arguments_count_as_settings(arguments: str, timed: bool) -> None:  # noqa: FBT001  # a table of cases
    assert Options(values={"addopts": arguments}).sets("timeout") is timed


def test_plugins_are_named_by_entry_points(tmp_path: Path) -> None:
    paths = written(
        tmp_path,
        pyproject_toml='[project.entry-points.pytest11]\nshop = "shop.testing"\n',
        old__setup_cfg="[options.entry_points]\npytest11 =\n    till = till.plugin:Plugin\n",
    )
    assert read_runner(tmp_path, paths).plugins == ("till.plugin", "shop.testing")


def test_what_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    paths = written(tmp_path, pyproject_toml="[tool", pytest_ini="timeout = 60", setup_cfg="[tool:pytest\n")
    runner = read_runner(tmp_path, [*paths, "gone.ini"])
    assert runner.options == ()
    assert runner.of("test_a.py") == Options()
