async def test_concurrent_orders(harness):
    assert await harness.run_concurrent(5)
