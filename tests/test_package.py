"""The package that users install has all it needs, and nothing that gets in their way."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

import isolint

ROOT = Path(__file__).parent.parent
SHOP = """\
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

session = sessionmaker(create_engine("sqlite://"))()
"""


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command; its environment is `env` on top of this one."""
    whole = {**os.environ, **(env or {})}
    return subprocess.run(command, cwd=cwd, env=whole, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as an index would have it."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    result = run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    assert result.returncode == 0, result.stdout + result.stderr
    return python


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one leak, far from the checkout."""
    (tmp_path / "shop.py").write_text(SHOP)
    return tmp_path


def test_wheel_ships_packs_and_rules_inside_the_package(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    top = {name.partition("/")[0] for name in names}
    assert top == {"isolint", f"isolint-{isolint.__version__}.dist-info"}
    assert "isolint/py.typed" in names
    in_checkout = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.toml")}
    assert {name.removeprefix("isolint/_rules/") for name in names if name.endswith(".toml")} == in_checkout


def test_there_is_one_version(wheel: Path, installed: Path, tmp_path: Path) -> None:
    program = "from importlib.metadata import version; print(version('isolint'))"
    assert wheel.name.startswith(f"isolint-{isolint.__version__}-")
    assert run(installed, "-c", program, cwd=tmp_path).stdout.strip() == isolint.__version__
    assert run(installed, "-m", "isolint", "--version", cwd=tmp_path).stdout.split()[-1] == isolint.__version__


def test_installed_command_finds_a_leak(installed: Path, project: Path) -> None:
    command = installed.with_name("isolint")
    result = run(command, "check", "--format", "concise", cwd=project, env={"XDG_CACHE_HOME": str(project / "cache")})
    assert result.returncode == 1, result.stdout + result.stderr
    assert result.stdout.startswith("shop.py:4:11: ISO202 ")


def test_installed_package_brings_its_own_rules(installed: Path, project: Path) -> None:
    program = "from isolint.rules import shipped; print(shipped())"
    assert Path(run(installed, "-c", program, cwd=project).stdout.strip()).match("isolint/_rules")


@pytest.mark.parametrize("heavy", ["libcst", "sarif_om", "flake8"])
def test_command_line_starts_without_what_is_heavy(heavy: str, tmp_path: Path) -> None:
    program = f"import sys, isolint.cli; print({heavy!r} in sys.modules)"
    assert run(sys.executable, "-c", program, cwd=tmp_path).stdout.strip() == "False"


def test_action_annotates_and_writes_sarif(
    wheel: Path, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    runner = tmp_path_factory.mktemp("runner")
    inputs = {"INPUT_PATHS": "shop.py", "INPUT_ARGS": "", "INPUT_VERSION": "", "INPUT_SARIF_FILE": "isolint.sarif"}
    given = {
        "GITHUB_ACTION_PATH": str(wheel),  # pip installs the action's folder or, sooner, what was built from it
        "GITHUB_OUTPUT": str(runner / "output"),
        "RUNNER_TEMP": str(runner),
        "XDG_CACHE_HOME": str(runner / "cache"),
    }
    result = run(sys.executable, ROOT / "action" / "main.py", cwd=project, env={**inputs, **given})
    assert result.returncode == 1, result.stdout + result.stderr
    assert "file=shop.py,line=4," in result.stdout
    assert '"ISO202"' in (project / "isolint.sarif").read_text(encoding="utf-8")
    assert (runner / "output").read_text(encoding="utf-8") == "sarif-file=isolint.sarif\n"
