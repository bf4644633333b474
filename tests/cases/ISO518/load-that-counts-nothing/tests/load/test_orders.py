import asyncio


async def test_orders_under_load(shop):  # expect: ISO518
    await asyncio.gather(*[shop.place(number) for number in range(200)])
