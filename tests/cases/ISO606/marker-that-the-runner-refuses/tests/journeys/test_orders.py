from shop.orders import place


def test_order_is_placed():  # expect: ISO606
    assert place()
