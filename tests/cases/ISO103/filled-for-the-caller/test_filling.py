from filling import collect

SEEN = []


def test_collect():
    collect(SEEN, "a line")
    assert SEEN == ["a line"]
