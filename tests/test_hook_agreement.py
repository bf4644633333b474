"""isolint and pytest agree on which hooks run around a test, and in which order."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from isolint.config import load
from isolint.engine import Request, linked
from isolint.program import Program

TRAIL: Final = """
import sys

def ran():
    code = sys._getframe(1).f_code
    print("RAN", code.co_name, flush=True)
"""
BASES: Final = """
from trail import ran

class Base:
    def setup_method(self):
        ran()
        self.base_set_up()

    def base_set_up(self):
        pass

    def teardown_method(self):
        ran()

class Left(Base):
    def setup_method(self):
        super().setup_method()
        ran()

class Right(Base):
    def setup_method(self):
        super().setup_method()
        ran()

    def teardown_method(self):
        ran()
"""
SUITE: Final = """
import unittest
import pytest
from bases import Base, Left, Right
from trail import ran

def setup_module():
    ran()

def tearDownModule():
    ran()

def setup_function():
    ran()

def teardown_function():
    ran()

def test_function():
    ran()

class TestPlain(Base):
    @classmethod
    def setup_class(cls):
        ran()

    def setUp(self):
        ran()

    def test_plain(self):
        ran()

class TestDiamond(Left, Right):
    def test_diamond(self):
        ran()

class TestHiding(Base):
    def setup_method(self):
        ran()

    async def teardown_method(self):
        ran()

    def test_hiding(self):
        ran()

class TestReplaced(Base):
    @pytest.fixture(autouse=True)
    def setup_method(self):
        yield

    def test_replaced(self):
        ran()

class ShopCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        ran()
        cls.addClassCleanup(close_class)

    def setUp(self):
        ran()
        self.addCleanup(self.close)

    def tearDown(self):
        ran()

    def close(self):
        ran()

    def test_shop(self):
        ran()

class QueueCase(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        ran()

    async def asyncSetUp(self):
        ran()

    async def asyncTearDown(self):
        ran()

    async def test_queue(self):
        ran()

def close_class():
    ran()
"""
TESTS: Final = (
    "test_function", "TestPlain::test_plain", "TestDiamond::test_diamond", "TestHiding::test_hiding",
    "TestReplaced::test_replaced", "ShopCase::test_shop", "QueueCase::test_queue",
)  # fmt: skip


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    folder = tmp_path / "suite"
    folder.mkdir()
    for name, text in (("trail.py", TRAIL), ("bases.py", BASES), ("test_suite.py", SUITE), ("pytest.ini", "[pytest]")):
        (folder / name).write_text(text, "utf-8")
    return folder


def said(folder: Path, test: str) -> list[str]:
    """The functions that run for a test, as they say themselves."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-s",
        "-q",
        "-W",
        "ignore",
        "-p",
        "no:cacheprovider",
        f"test_suite.py::{test}",
    ]
    environment = {key: text for key, text in os.environ.items() if not key.startswith(("PYTEST", "COV"))}
    environment |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line.partition("RAN ")[2] for line in done.stdout.splitlines() if "RAN " in line]


def seen(program: Program, test: str) -> list[str]:
    """The same, as the sources tell; what a hook hands up to stands behind it there, and ran before it."""
    file = next(n for n, unit in enumerate(program.units) if unit.path == "test_suite.py")
    unit = program.units[file]
    name = test.rpartition("::")[2]
    scope = next(n for n in program.suites.tests(file) if unit.header(n).name == name)
    around = [*program.suites.hooks(file, scope), (file, scope), *program.suites.cleanups(file, scope)]
    return [program.units[f].header(s).name for f, s in around]


@pytest.mark.parametrize("test", TESTS)
def test_both_tell_of_the_same_hooks(suite: Path, test: str) -> None:
    with linked(load([suite], cwd=suite, root=suite), Request(cwd=suite, jobs=1, cache=False)) as program:
        found = seen(program, test)
    before, after = split(found, test)
    ran_before, ran_after = split(said(suite, test), test)
    assert before == ran_before
    assert sorted(after) == sorted(ran_after)


def split(names: list[str], test: str) -> tuple[list[str], list[str]]:
    """What runs before a test, and after it."""
    at = names.index(test.rpartition("::")[2])
    return names[:at], names[at + 1 :]
