from shelves import books as shelf


def test_put():
    shelf().append("Emma")
    assert shelf()


def test_nothing_there():
    assert shelf() == []
