import asyncio


async def test_users_order_together(shop, users):  # expect: ISO513
    placed = await asyncio.gather(*[shop.place(1, user) for user in users])
    assert all(placed)
