import pytest

RUNS = []  # expect: ISO503


@pytest.fixture(autouse=True)
def run():
    RUNS.append("run")


def test_first():
    assert len(RUNS) == 1


def test_second():
    assert len(RUNS) == 1
