import asyncio

import pytest

USERS = 250


async def test_orders_under_load(shop):
    users = [f"user-{number}" for number in range(USERS)]
    await asyncio.gather(*[shop.place(1, user) for user in users])


async def test_orders_of_known_users(shop, users):
    await asyncio.gather(*[shop.place(1, user) for user in users])


@pytest.mark.parametrize("num_users", [10, 100])
async def test_orders_of_some(shop, num_users):
    await shop.crowd(num_users)
