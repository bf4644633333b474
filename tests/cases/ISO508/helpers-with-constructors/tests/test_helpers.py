"""Classes with a constructor that nobody wants collected."""

import enum
from dataclasses import dataclass
from typing import NamedTuple

import pytest


class TestClient:
    def __init__(self, url):
        self.url = url

    def get(self):
        return self.url


class TestSuite:
    """Driven by a test: it is that test's helper."""

    def __init__(self):
        self.steps = []

    def test_first_step(self):
        self.steps.append(1)


class TestRunner:
    __test__ = False

    def __init__(self):
        self.done = False

    def test_all(self):
        self.done = True


@dataclass
class TestPlan:
    name: str = ""

    def test_count(self):
        return len(self.name)


class TestRow(NamedTuple):
    name: str

    def test_name(self):
        return self.name


class TestKind(enum.Enum):
    FAST = 1

    def test_kind(self):
        return self.value


class TestFailure(Exception):
    def __init__(self, name):
        super().__init__(name)

    def test_name(self):
        return self.args


class Validator:
    def __init__(self):
        self.seen = []

    def test_connection(self):
        return self.seen


@pytest.fixture
def suite():
    return TestSuite()


def test_steps(suite):
    suite.test_first_step()
    assert suite.steps == [1]


def build():
    return TestDeep()


class TestDeep:
    def __init__(self):
        self.n = 0

    def test_n(self):
        return self.n


def test_deep():
    assert build().test_n() == 0
