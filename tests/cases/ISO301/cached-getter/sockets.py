from functools import lru_cache

from aiohttp import web


class WebSocketManager:
    def __init__(self):
        self.sockets = []

    async def join(self, socket: web.WebSocketResponse):
        self.sockets.append(socket)

    async def tell(self, text):
        for socket in self.sockets:
            await socket.send_str(text)


@lru_cache(maxsize=1)
def get_manager():  # expect: ISO301
    return WebSocketManager()
