from agents import Agent, AgentRegistry


def test_what_is_registered_is_found():
    registry = AgentRegistry()
    registry.register("helper", Agent())
    assert registry.get_agent("helper").history == []
