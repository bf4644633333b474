import asyncio

from tests.claims import check_isolation


async def test_orders_differ(shop, users):
    placed = await asyncio.gather(*[shop.place(1, user) for user in users])
    assert len(set(placed)) == len(users)


async def test_other_orders_are_not_seen(shop, user_a, user_b):
    mine, theirs = await asyncio.gather(shop.place(1, user_a), shop.place(2, user_b))
    assert user_b not in mine


async def test_each_against_each(shop, users):
    placed = await asyncio.gather(*[shop.place(1, user) for user in users])
    for user in users:
        for order in placed:
            assert order.user == user or order.public


async def test_by_a_helper(shop, users):
    placed = await asyncio.gather(*[shop.place(1, user) for user in users])
    assert placed
    check_isolation(placed)
