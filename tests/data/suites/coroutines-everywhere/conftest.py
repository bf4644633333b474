import pytest


@pytest.fixture(params=["asyncio"])
def anyio_backend(request, settings):
    return request.param


@pytest.fixture
def settings():
    return []
