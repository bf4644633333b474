from unittest.mock import patch

import pytest
from agents import Helper, ToolDispatcher


def test_helper():
    assert Helper("one")  # expect: ISO501


class TestTools:
    @pytest.mark.parametrize("name", ["a", "b"])
    @patch("agents.BaseAgent")
    async def test_tools(
        self,
        base,
        name: str,
        tools: tuple = (),
    ):
        def made():
            return ToolDispatcher(tools)  # expect: ISO501

        assert Helper(name="two"), made()  # expect: ISO501


@pytest.fixture
def helper(): return Helper("three")  # expect: ISO501


def test_helper_of_a_fixture(helper):
    assert helper


def test_tools_by_default():
    tools = ToolDispatcher([])  # expect: ISO501
    assert tools.user_context is None
