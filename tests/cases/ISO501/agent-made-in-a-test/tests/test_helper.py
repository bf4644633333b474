from agents import HelperAgent


def test_helper_answers():
    agent = HelperAgent()  # expect: ISO501
    assert agent.run("hi")


class TestHelper:
    def test_helper_answers_twice(self):
        assert HelperAgent().run("hi") == HelperAgent().run("hi")  # expect: ISO501
