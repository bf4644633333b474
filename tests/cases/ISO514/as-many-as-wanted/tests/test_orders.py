import asyncio


async def test_orders_of_three(shop):
    users = [f"user-{number}" for number in range(3)]
    await asyncio.gather(*[shop.place(1, user) for user in users])
