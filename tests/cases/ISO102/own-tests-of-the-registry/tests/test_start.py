from agents import Agent, AgentRegistry


class TestAgentRegistryAtStart:
    def test_is_empty(self):
        registry = AgentRegistry()
        assert registry.get_agent("helper") is None


def test_names_are_listed():
    registry = AgentRegistry()
    registry.register("helper", Agent())
    assert registry.names() == ["helper"]
    assert len(registry.agents) == 1
