from agents import ToolDispatcher


def test_tools_of_nobody():
    assert ToolDispatcher().tools is None  # expect: ISO501
