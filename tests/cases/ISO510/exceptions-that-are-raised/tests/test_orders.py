import asyncio


async def test_the_first_error_is_raised(shop, users):
    await asyncio.gather(*[shop.order(user) for user in users])
    await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=False)
