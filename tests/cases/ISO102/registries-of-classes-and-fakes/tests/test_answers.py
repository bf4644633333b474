from agents import AgentRegistry, Helper
from fakes import ToolRegistry


def test_helper_is_made_for_a_user():
    classes = AgentRegistry()
    classes.register("helper", Helper)
    assert classes.get_agent("helper")("ann")


def test_tool_runs():
    assert ToolRegistry().get_tool("print")("hi") is None
