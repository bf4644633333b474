import pytest
from agents import Helper

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("alice")]


async def test_helper():
    assert Helper()
