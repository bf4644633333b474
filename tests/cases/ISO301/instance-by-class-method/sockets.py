from fastapi import WebSocket


class ConnectionManager:
    _instance = None

    def __init__(self):
        self.sockets = []

    @classmethod
    def instance(cls):  # expect: ISO301
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance

    def add(self, websocket: WebSocket):
        self.sockets.append(websocket)

    async def tell(self, text):
        for websocket in self.sockets:
            await websocket.send_text(text)
