import pytest
from agents import Helper, UserExecutionContext


class TestHelper:
    @pytest.fixture(autouse=True)
    def as_bob(self):
        self.bob = UserExecutionContext()

    def test_helper(self):
        assert Helper()
