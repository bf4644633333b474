async def test_concurrent_orders(shop):  # expect: ISO511
    for number in range(3):
        await shop.place(number)


async def test_multi_user_orders(shop):  # expect: ISO511
    assert await shop.place(1, user="ann")
