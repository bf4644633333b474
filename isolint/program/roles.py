"""Roles: whether a file is application code, a test or a script; tests and scripts never lift application places."""

from pathlib import PurePosixPath
from typing import Final, Literal

from isolint.program.unit import Unit

Role = Literal["application", "test", "script"]

TEST_FOLDERS: Final = frozenset({"tests", "test", "testing"})
SCRIPT_FOLDERS: Final = frozenset({
    "scripts", "script", "bin", "tools", "benchmarks", "benchmark", "migrations", "alembic", "notebooks", "docs",
})  # fmt: skip
SCRIPT_FILES: Final = frozenset({"noxfile.py", "fabfile.py"})
BUILDERS: Final = frozenset({"setuptools", "distutils"})  # what a setup.py is, and a module of that name is not


def is_test_file(path: str) -> bool:
    """Whether pytest's default patterns collect the file, or it is a conftest."""
    name = path.rpartition("/")[2]
    named = name.startswith("test_") and name.endswith(".py")
    return named or name.endswith("_test.py") or name in {"conftest.py", "tests.py"}


def role(unit: Unit) -> Role:
    """The role of a file, from its path, and from a main guard at module level."""
    if is_test_file(unit.path):
        return "test"
    parts = PurePosixPath(unit.path).parts
    folders = {p.lower() for p in parts[:-1]}
    if folders & TEST_FOLDERS or any(f.endswith("_tests") or f.startswith(("test_", "tests_")) for f in folders):
        return "test"
    if folders & SCRIPT_FOLDERS or parts[-1] in SCRIPT_FILES or not BUILDERS.isdisjoint(unit.interface.mentions):
        return "script"
    if "__main__" in unit.interface.mentions or "__name__" in unit.interface.mentions:
        for kind, _, test in unit.body(0).regions:
            if kind == "if" and test == ("<-", "__name__", ("=", "__main__")):
                return "script"
    return "application"
