import pytest
from agents import ToolDispatcher, UserExecutionContext


@pytest.fixture
def user_context():
    return UserExecutionContext("ann")


def test_tools_of_a_user(user_context):
    mine = ToolDispatcher(user_context)
    other = ToolDispatcher(tools=[])  # expect: ISO401
    swapped = ToolDispatcher([], mine.tools)  # expect: ISO401
    assert mine.user_context is not other.user_context and swapped


def test_without_a_context_it_is_refused(user_context):
    assert ToolDispatcher().user_context is not user_context
