import pytest
from shop.orders import arrived


@pytest.mark.slow
async def test_order_arrives():  # expect: ISO607
    assert await arrived(timeout=None)
