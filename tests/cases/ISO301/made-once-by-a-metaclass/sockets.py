from fastapi import WebSocket
from once import Once


class ConnectionManager(metaclass=Once):  # expect: ISO301
    def __init__(self):
        self.sockets = []

    def add(self, websocket: WebSocket):
        self.sockets.append(websocket)  # expect: ISO306

    async def tell(self, text):
        for websocket in self.sockets:
            await websocket.send_text(text)
