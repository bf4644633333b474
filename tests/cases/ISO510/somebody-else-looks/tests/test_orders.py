import asyncio

from tests.checks import all_fine


async def ordered(shop, users):
    return await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)


async def test_handed_on(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)
    all_fine(results)


async def test_collected_in_rounds(shop, users):
    every = []
    for _ in range(3):
        every.extend(await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True))
    assert not [one for one in every if isinstance(one, Exception)]


async def test_read_inside(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)

    def failures():
        return [result for result in results if isinstance(result, Exception)]

    assert not failures()
