import asyncio
import tracemalloc

from tests.load.counting import stays


async def test_orders_under_load(shop):
    before = shop.pool.checkedout()
    await asyncio.gather(*[shop.place(number) for number in range(200)])
    assert shop.pool.checkedout() == before


async def test_memory_under_load(shop):
    tracemalloc.start()
    await asyncio.gather(*[shop.place(number) for number in range(200)])
    assert tracemalloc.get_traced_memory()[0] < 1000


async def test_by_a_helper(shop):
    await asyncio.gather(*[shop.place(number) for number in range(200)])
    stays(shop)


async def test_one_order(shop):
    assert await shop.place(1)
