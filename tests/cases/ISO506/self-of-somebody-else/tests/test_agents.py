"""A nested class has a self of its own, and a helper's attributes are the helper's."""

from app.agents import Agent


class TestAgents:
    def test_nested_agent(self):
        class Fake(Agent):
            def run(self):
                return self.validate_task("x")

        assert Fake().run()

    def test_nested_plain(self):
        class Recorder:
            def note(self):
                return self.entries

        recorder = Recorder()
        recorder.entries = []
        assert recorder.note() == []


class TestClient:
    """A helper: it has no test of its own."""

    def send(self):
        return self.transport.send()
