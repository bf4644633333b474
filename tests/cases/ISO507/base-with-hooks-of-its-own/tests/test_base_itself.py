from suite.base import AsyncServiceBase


async def test_hook_can_be_awaited():
    base = AsyncServiceBase()
    await base.setup_method()
    assert base.started
