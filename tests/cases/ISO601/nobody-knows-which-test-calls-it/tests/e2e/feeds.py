import httpx
import websockets


class Feed:
    async def open(self):
        self.socket = await websockets.connect("ws://localhost/ws")  # expect: ISO601


class AuthenticatedFeed:
    def __init__(self, token):
        self.token = token

    async def open(self):
        self.socket = await websockets.connect("ws://localhost/ws")


def wait_until_ready(address):
    return httpx.get(address)
