from agents import Helper


def test_helper(alice):
    assert Helper().run("hi", alice)
