from shelves import everybody


def test_join():
    everybody().append("ada")
    assert everybody()


def test_nobody():
    assert everybody() == []
