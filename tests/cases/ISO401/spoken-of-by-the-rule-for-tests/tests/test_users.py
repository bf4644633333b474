from agents import ToolDispatcher, UserExecutionContext


def test_user_has_tools():
    context = UserExecutionContext("ann")
    assert ToolDispatcher(context) and ToolDispatcher()  # expect: ISO401
