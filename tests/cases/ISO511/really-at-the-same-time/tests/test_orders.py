import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.crowd import place_for_all


async def test_concurrent_orders(shop):
    await asyncio.gather(*[shop.place(number) for number in range(3)])


def test_parallel_orders(shop):
    with ThreadPoolExecutor() as pool:
        list(pool.map(shop.place, range(3)))


async def test_simultaneous_orders(shop):
    await place_for_all(shop)


async def test_multi_user_orders(shop):
    user_a, user_b = await shop.join("ann"), await shop.join("bob")
    assert user_a != user_b
