from fastapi import WebSocket


class WebSocketManager:
    async def greet(self, websocket: WebSocket):
        await websocket.send_text("hello")


class ConnectionManager:
    def __init__(self):
        self.by_user = {}

    def add(self, user_id: str, connection):
        self.by_user.setdefault(user_id, {})[id(connection)] = connection

    async def send(self, user_id: str, text: str):
        for connection in self.by_user[user_id].values():
            await connection.send_text(text)


class WebSocketConnectionManager:
    def __init__(self):
        self.by_user = {}

    def add(self, user_id: str, websocket: WebSocket):
        self.by_user.update({user_id: websocket})

    async def send(self, user_id: str, text: str):
        await self.by_user[user_id].send_text(text)


greeter = WebSocketManager()
connections = ConnectionManager()
sockets = WebSocketConnectionManager()
