import pytest
from agents import Agent, AgentRegistry


@pytest.fixture
def registry():
    made = AgentRegistry()
    made.register("helper", Agent())
    return made


def test_helper_answers(registry):
    helper = registry.get_agent("helper")  # expect: ISO101
    helper.run("hi")
    assert helper.history == ["hi"]


def test_helper_is_there(registry):
    assert registry.get_agent("helper") is not None


def test_names(registry):
    registry.get_agent("helper").run("hi")
    assert registry.names() == ["helper"]
