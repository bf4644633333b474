import asyncio

from shop.orders import place


async def test_orders_of_many_users(users):
    results = await asyncio.gather(*[place(user, "tea") for user in users], return_exceptions=True)  # expect: ISO510
    await asyncio.sleep(0.1)
    assert users[0].orders == ["tea"]
