from agents import ToolDispatcher


def test_context_is_missing():
    assert ToolDispatcher()
