import asyncio


async def test_none_failed(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)
    failed = [result for result in results if isinstance(result, Exception)]
    assert not failed


async def test_each_got_tea(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)
    assert results == ["tea"] * len(users)


async def test_each_got_an_own_one(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)
    for user, result in zip(users, results):
        if isinstance(result, BaseException):
            raise result
        assert result.owner == user


async def test_types_tell(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)
    orders = [result for result in results if type(result) is dict]
    assert len(orders) == len(users)


async def test_one_of_two_fails(shop):
    first, second = await asyncio.gather(shop.order("ann"), shop.order("ann"), return_exceptions=True)
    assert isinstance(second, ValueError) != isinstance(first, ValueError)


async def test_matched(shop, users):
    for result in await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True):
        match result:
            case Exception():
                raise result


async def test_by_comparison(shop, users):
    results = await asyncio.gather(*[shop.order(user) for user in users], return_exceptions=True)
    assert sum(1 for result in results if result is True) == len(users)
