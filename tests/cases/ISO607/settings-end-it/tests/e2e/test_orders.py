async def test_order_arrives(queue):
    assert await queue.get()
