from agents import SupervisorAgent
from helpers import make_supervisor


class TestAnswers:
    def setup_method(self):
        self.supervisor = SupervisorAgent("llm")  # expect: ISO501

    def test_supervisor_answers(self):
        assert self.supervisor.run("hi")


def test_helper_makes_one():
    assert make_supervisor()
