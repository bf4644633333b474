import aiohttp
import websockets
from websockets.asyncio.client import connect


async def test_echo():
    async with websockets.connect("ws://localhost:8000/ws") as socket:  # expect: ISO601
        await socket.send("hi")


async def test_echo_twice():
    socket = await connect("ws://localhost:8000/ws")  # expect: ISO601
    await socket.send("hi")


async def test_page():
    async with aiohttp.ClientSession() as http:
        async with http.get("http://localhost:8000/page") as page:  # expect: ISO601
            assert page.status == 200
