import anyio


async def test_task():
    await anyio.sleep(0)


def test_of_no_coroutine(settings):
    assert settings == []
