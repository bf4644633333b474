import pytest


@pytest.fixture
async def socket(anyio_backend):
    return anyio_backend
