"""The hooks and the action are what pre-commit and GitHub expect, and the hooks find what they should."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent
LEAK = """\
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

session = sessionmaker(create_engine("sqlite://"))()
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a command with settings of git and a home of pre-commit that are nobody's."""
    home = tmp_path_factory.mktemp("home")
    author = {f"GIT_{who}_{what}": "tests" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }
    env = {**inherited, **author, **settings}

    def run(*command: str | Path, cwd: Path, status: int = 0) -> "subprocess.CompletedProcess[str]":
        result = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300)
        assert result.returncode == status, result.stdout + result.stderr
        return result

    return run


@pytest.fixture(scope="module")
def project(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a leak in each of two files, whose configuration excludes a third, and with our hooks."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "pyproject.toml").write_text('[tool.isolint]\nexclude = ["vendor"]\n')
    (folder / "vendor").mkdir()
    for name in ("shop.py", "till.py", "vendor/shop.py"):
        (folder / name).write_text(LEAK)
    tool = published(run, tmp_path_factory.mktemp("isolint"))
    revision = run("git", "rev-parse", "HEAD", cwd=tool).stdout.strip()
    hooks = "{id: isolint}, {id: isolint-fix}, {id: isolint-project}"
    (folder / ".pre-commit-config.yaml").write_text(f"repos: [{{repo: {tool}, rev: {revision}, hooks: [{hooks}]}}]\n")
    run("git", "init", "--quiet", cwd=folder)
    run("git", "add", ".", cwd=folder)
    return folder


def published(run: Run, folder: Path) -> Path:
    """A repository with what the wheel is built from, as it is now."""
    told = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
    for name in ("isolint", "rules", *told):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)
    run("git", "init", "--quiet", cwd=folder)
    run("git", "add", ".", cwd=folder)
    run("git", "commit", "--quiet", "--message", "Publish", cwd=folder)
    return folder


def test_hook_checks_the_files_of_the_commit(run: Run, project: Path) -> None:
    command = (SCRIPTS / "pre-commit", "run", "isolint", "--files")
    told = run(*command, "shop.py", cwd=project, status=1).stdout
    assert "shop.py:4:11" in told
    assert "till.py" not in told
    run(*command, "vendor/shop.py", cwd=project)
    run(*command, "pyproject.toml", cwd=project)


def test_project_hook_checks_all_files(run: Run, project: Path) -> None:
    told = run(SCRIPTS / "pre-commit", "run", "isolint-project", "--files", "till.py", cwd=project, status=1).stdout
    assert "shop.py:4:11" in told
    assert "till.py:4:11" in told
    assert "vendor" not in told


def test_fix_hook_fixes_and_fails_once(run: Run, project: Path) -> None:
    idle = project / "idle.py"
    idle.write_text("x = 1  # isolint: ignore[ISO101] nothing\n")
    run("git", "add", "idle.py", cwd=project)
    command = (SCRIPTS / "pre-commit", "run", "isolint-fix", "--files", "idle.py")
    told = run(*command, cwd=project, status=1).stdout
    assert "Fixed 1 finding in 1 file: ISO002 1." in told
    assert idle.read_text() == "x = 1\n"
    run("git", "add", "idle.py", cwd=project)
    run(*command, cwd=project)


def test_manifest_and_configuration_are_valid(run: Run) -> None:
    run(SCRIPTS / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", cwd=ROOT)
    run(SCRIPTS / "pre-commit", "validate-config", ".pre-commit-config.yaml", cwd=ROOT)


@pytest.mark.parametrize(
    ("file", "schema"),
    [("action.yml", "vendor.github-actions"), ("docs/examples/code-scanning.yml", "vendor.github-workflows")],
)
def test_file_for_github_fits_its_schema(run: Run, file: str, schema: str) -> None:
    run(SCRIPTS / "check-jsonschema", "--builtin-schema", schema, file, cwd=ROOT)
