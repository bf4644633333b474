from fastapi import WebSocket


class ConnectionManager:
    def __init__(self):
        self.active: list[WebSocket] = []

    async def connect(self, websocket: WebSocket):
        await websocket.accept()
        self.active.append(websocket)  # expect: ISO306

    async def broadcast(self, text):
        for connection in self.active:
            await connection.send_text(text)
