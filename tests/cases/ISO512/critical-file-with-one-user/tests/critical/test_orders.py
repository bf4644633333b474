async def test_order_is_placed(shop):  # expect: ISO512
    assert await shop.place(1)


async def test_order_is_listed(shop):
    assert await shop.orders()
