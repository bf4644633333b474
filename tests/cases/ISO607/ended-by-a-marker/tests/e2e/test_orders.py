from shop.orders import arrived


async def test_order_arrives():  # expect: ISO607
    assert await arrived()


class TestOrders:
    def test_arrive(self):  # expect: ISO607
        assert arrived()
