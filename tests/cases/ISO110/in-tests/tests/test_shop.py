class FakeShop:
    def __init__(self, orders=[]):
        self.orders = orders


def make(orders=[]):
    orders.append(1)
    return FakeShop(orders)


def test_shop():
    assert make().orders == [1]
