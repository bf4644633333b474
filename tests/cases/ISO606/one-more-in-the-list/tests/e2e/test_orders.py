import pytest
from shop.orders import place

pytestmark = [
    pytest.mark.asyncio,  # all of them
    pytest.mark.slow,
]


async def test_order_is_placed():  # expect: ISO606
    assert await place()
