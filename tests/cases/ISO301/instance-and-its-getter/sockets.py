from fastapi import WebSocket


class ConnectionManager:
    def __init__(self):
        self.sockets: dict[int, WebSocket] = {}

    async def add(self, websocket: WebSocket):
        await websocket.accept()
        self.sockets[0] = websocket  # expect: ISO306

    async def broadcast(self, text):
        for websocket in self.sockets.values():
            await websocket.send_text(text)


_manager = ConnectionManager()  # expect: ISO301


def get_manager():  # expect: ISO301
    return _manager
