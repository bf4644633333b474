from agents import Helper


def test_helper():
    assert Helper()  # expect: ISO501
