import pytest


@pytest.fixture
def stove():
    return "hot"


@pytest.fixture
def pan(stove):
    return [stove]


@pytest.fixture(name="dish")
def fixture_of_the_dish(pan):
    return [pan]


def _of_the_table():
    return "table"


table = pytest.fixture(_of_the_table)


def _of_the_bench():
    return "table"


bench = pytest.fixture(scope="module")(_of_the_bench)
