import pytest
import pytest_asyncio


@pytest_asyncio.fixture
async def connection(unused_tcp_port):
    return unused_tcp_port


@pytest.mark.asyncio
async def test_connection(connection):
    assert connection


def test_without_a_loop():
    assert True
