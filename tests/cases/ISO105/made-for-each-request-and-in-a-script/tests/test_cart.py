from cart import Cart

cart = Cart()


def test_put(item="tea"):
    cart.put(item)
    assert cart.items == [item]
