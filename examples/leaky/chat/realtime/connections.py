"""The sockets that are open."""

from fastapi import WebSocket


class ConnectionManager:
    def __init__(self) -> None:
        self.connections: list[WebSocket] = []

    async def connect(self, socket: WebSocket) -> None:
        await socket.accept()
        self.connections.append(socket)

    def disconnect(self, socket: WebSocket) -> None:
        self.connections.remove(socket)

    async def broadcast(self, event: dict[str, str]) -> None:
        for connection in self.connections:
            await connection.send_json(event)


manager = ConnectionManager()
