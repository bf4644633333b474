from fastapi import WebSocket


class Sockets:
    def __init__(self):
        self.by_user: dict[str, WebSocket] = {}

    async def connect(self, user_id: str, websocket: WebSocket):
        await websocket.accept()
        self.by_user[user_id] = websocket  # expect: ISO306

    def disconnect(self, user_id: str):
        self.by_user.pop(user_id, None)

    async def send(self, user_id: str, text: str):
        await self.by_user[user_id].send_text(text)


sockets = Sockets()
