from agent_registry import AgentRegistry, agent_registry


def test_unknown_agent():
    assert AgentRegistry().get_agent("nobody") is None
    assert agent_registry.get_agent("nobody") is None
