async def test_orders_arrive(queue):  # expect: ISO607
    assert await queue.get()
