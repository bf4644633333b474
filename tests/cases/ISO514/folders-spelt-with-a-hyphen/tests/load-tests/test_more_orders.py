import asyncio


async def test_orders_under_load(shop):  # expect: ISO514
    users = [f"user-{number}" for number in range(10)]
    await asyncio.gather(*[shop.place(1, user) for user in users])
