import pytest
import requests

pytestmark = [pytest.mark.asyncio, pytest.mark.e2e]


async def test_orders_are_listed():
    assert requests.get("http://localhost:8000/orders", timeout=5).ok  # expect: ISO601
