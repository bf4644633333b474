import httpx
import pytest
import websockets

AS_ALICE = {"Authorization": "Bearer alice"}


def test_inline():
    assert httpx.get("http://localhost/chats", headers={"Authorization": "Bearer alice"}).is_success


def test_local_variable():
    headers = {"X-Api-Key": "alice"}
    assert httpx.get("http://localhost/chats", headers=headers).is_success


def test_module_variable():
    assert httpx.get("http://localhost/chats", headers=AS_ALICE).is_success


async def test_in_the_address():
    async with websockets.connect("ws://localhost/ws?token=alice") as socket:
        await socket.send("hi")


async def test_header_of_a_socket():
    async with websockets.connect("ws://localhost/ws", additional_headers=AS_ALICE) as socket:
        await socket.send("hi")


@pytest.mark.parametrize("headers", [{"Authorization": "Bearer alice"}, {"X-Api-Key": "bob"}])
def test_parameter(headers):
    assert httpx.get("http://localhost/chats", headers=headers).is_success


class TestChats:
    headers = {"Authorization": "Bearer alice"}

    def test_attribute(self):
        assert httpx.get("http://localhost/chats", headers=self.headers).is_success
