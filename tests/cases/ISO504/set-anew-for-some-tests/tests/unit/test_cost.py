from shop.cost import tracked


def test_on():
    assert tracked()
