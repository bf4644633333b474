import asyncio

import pytest


async def test_order_arrives(queue):  # expect: ISO607
    assert await queue.get()


@pytest.mark.timeout(10)
async def test_order_is_seen(queue):
    assert await queue.get()


async def test_order_is_heard(queue):
    assert await asyncio.wait_for(queue.get(), 5)
