import agents


def test_helper_answers():
    assert agents.Helper().run("hi")  # expect: ISO501
