# nothing at all


def test_nothing():  # expect: ISO606
    assert True
