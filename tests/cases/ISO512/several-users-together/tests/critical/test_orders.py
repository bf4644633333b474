import asyncio


async def test_order_is_placed(shop):
    assert await shop.place(1)


async def test_users_order_together(shop, users):
    placed = await asyncio.gather(*[shop.place(1, user) for user in users])
    assert len(set(placed)) == len(users)
