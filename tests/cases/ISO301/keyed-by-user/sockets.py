from fastapi import WebSocket


class ConnectionManager:
    def __init__(self):
        self._sockets: dict[str, WebSocket] = {}

    async def connect(self, user_id: str, websocket: WebSocket):
        await websocket.accept()
        self._sockets[user_id] = websocket

    def disconnect(self, user_id: str):
        self._sockets.pop(user_id, None)

    async def send(self, user_id: str, text: str):
        if user_id in self._sockets:
            await self._sockets[user_id].send_text(text)


manager = ConnectionManager()
