from shop.agents import agents


def test_helper_answers():
    assert agents.get_agent("helper").run("hi")  # expect: ISO101
