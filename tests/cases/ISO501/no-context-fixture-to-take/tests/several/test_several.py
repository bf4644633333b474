from agents import Helper


def test_helper():
    assert Helper("one")  # expect: ISO501
