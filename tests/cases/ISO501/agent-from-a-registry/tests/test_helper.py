from agents import registry


def test_helper():
    assert registry.get_agent("helper")  # expect: ISO101
