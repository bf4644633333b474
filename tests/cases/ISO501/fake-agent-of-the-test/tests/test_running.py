from unittest.mock import MagicMock

from agents import BaseAgent


class EchoAgent(BaseAgent):
    def run(self, question):
        return question


def test_echo():
    engine = MagicMock(spec=BaseAgent)
    engine.run.return_value = "hi"
    assert EchoAgent().run("hi") == engine.run("hi")
