import pytest_asyncio


@pytest_asyncio.fixture(autouse=True)
async def prepared(request):
    if request.instance is not None and hasattr(request.instance, "async_setup"):
        await request.instance.async_setup()
    yield
