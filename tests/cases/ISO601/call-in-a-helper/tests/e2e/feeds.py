import websockets


class Feed:
    async def open(self):
        self.socket = await websockets.connect("ws://localhost/ws")  # expect: ISO601

    async def check_health(self):
        return await websockets.connect("ws://localhost/ws")


class SignedFeed:
    async def open(self, token=None):
        self.socket = await websockets.connect("ws://localhost/ws", additional_headers=token)
