import pytest
from agents import Helper


@pytest.mark.usefixtures("alice")
def test_helper():
    assert Helper()


@pytest.mark.usefixtures("signed_in_as_alice")
class TestHelper:
    def test_helper(self):
        assert Helper()
