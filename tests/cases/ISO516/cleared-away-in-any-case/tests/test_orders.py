import pytest


@pytest.fixture
async def desk(shop):
    desk = await shop.open()
    yield desk
    await desk.close()


async def test_order_is_placed(desk):
    assert await desk.place(1)


async def test_order_is_listed(shop):
    other = await shop.open()
    try:
        assert await other.orders() == []
    finally:
        await other.close()


async def test_order_is_paid(shop):
    async with shop.open() as other:
        assert await other.pay(1)


async def test_desk_closes(shop):
    other = await shop.open()
    assert other.is_open
    await other.close()
    assert not other.is_open
