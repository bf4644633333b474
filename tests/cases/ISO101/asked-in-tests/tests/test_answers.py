from agents import agent_registry


def test_helper_answers(registry):
    assert registry.get_agent("helper").run("hi")  # expect: ISO101


class TestAnswers:
    def setup_method(self):
        self.registry = agent_registry

    def test_helper_answers_twice(self):
        helper = self.registry.get_agent("helper")  # expect: ISO101
        assert helper.run("hi") == helper.run("hi")
