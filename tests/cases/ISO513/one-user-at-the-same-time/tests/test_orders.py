import asyncio


async def test_orders_together(shop):
    placed = await asyncio.gather(shop.place(1), shop.place(2))
    assert all(placed)
