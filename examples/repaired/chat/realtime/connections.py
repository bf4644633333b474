"""The sockets that are open."""

from fastapi import WebSocket


class ConnectionManager:
    def __init__(self) -> None:
        self.connections: dict[str, list[WebSocket]] = {}

    async def connect(self, user_id: str, socket: WebSocket) -> None:
        await socket.accept()
        self.connections.setdefault(user_id, []).append(socket)

    def disconnect(self, user_id: str, socket: WebSocket) -> None:
        self.connections[user_id].remove(socket)
        if not self.connections[user_id]:
            del self.connections[user_id]

    async def send_to_user(self, user_id: str, event: dict[str, str]) -> None:
        for connection in tuple(self.connections.get(user_id, ())):
            await connection.send_json(event)


manager = ConnectionManager()
