from agents import Helper

from tests.running import run


def test_helper():
    assert run(Helper())
