import pytest


@pytest.mark.anyio
async def test_socket_opens(socket):
    assert socket


@pytest.mark.anyio
async def test_nothing_is_asked_for():
    assert True


@pytest.mark.anyio
def test_of_no_coroutine(anyio_backend_name):
    assert anyio_backend_name


def test_port(free_tcp_port):
    assert free_tcp_port


@pytest.mark.anyio
class TestStreams:
    async def test_stream(self):
        assert True
