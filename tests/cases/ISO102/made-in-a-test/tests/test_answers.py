import pytest
from agents import Agent, AgentRegistry


@pytest.fixture
def registry():
    made = AgentRegistry()  # expect: ISO102
    made.register("helper", Agent())
    return made


def test_helper_answers(registry):
    assert registry.get_agent("helper").run("hi") is None


class TestAnswers:
    def setup_method(self):
        self.registry = AgentRegistry()  # expect: ISO102

    def test_nobody_is_asked(self):
        everybody = AgentRegistry()  # expect: ISO102
        everybody.register("helper", Agent())
        helper = everybody.get_agent("helper")
        helper.run("hi")
        assert helper.history == ["hi"]
