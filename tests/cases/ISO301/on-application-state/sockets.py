from fastapi import WebSocket


class ConnectionManager:
    def __init__(self):
        self.sockets = []

    async def add(self, websocket: WebSocket):
        await websocket.accept()
        self.sockets.append(websocket)

    async def broadcast(self, text):
        for websocket in self.sockets:
            await websocket.send_text(text)
