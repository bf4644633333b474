import httpx
import websockets


def test_shelves():
    assert httpx.get("http://localhost/shelves").json() == []  # expect: ISO601


async def test_feed():
    async with websockets.connect("ws://localhost/ws") as socket:  # expect: ISO601
        assert await socket.recv()
