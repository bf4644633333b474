import pytest
from agents import AgentRegistry


@pytest.fixture
def registry():
    return AgentRegistry()


def test_helper_answers(registry):
    assert registry.get_agent("helper").run("hi")
