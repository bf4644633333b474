def assert_same(one, other):
    assert one == other, f"{one} is not {other}"
