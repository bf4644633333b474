import pytest


@pytest.fixture
def truck(fuel, load):
    return [fuel, load]


@pytest.fixture
def fuel():
    return 1


@pytest.fixture
def load():
    return 1
