from dataclasses import dataclass, field

from fastapi import WebSocket


class WebSocketManager:
    def __init__(self):
        self.sockets = []

    def add(self, user_id: str, websocket: WebSocket):
        self.sockets.append((user_id, websocket))

    async def send_to_user(self, user_id: str, text: str):
        for owner, websocket in self.sockets:
            if owner == user_id:
                await websocket.send_text(text)


class ConnectionManager:
    def __init__(self):
        self.sockets = []

    def add(self, websocket: WebSocket):
        self.sockets.append(websocket)

    async def send_to_user(self, user_id: str, text: str):
        for websocket in [each for each in self.sockets if each.state.user_id == user_id]:
            await websocket.send_text(text)


@dataclass
class Hub:
    sockets: list[WebSocket] = field(default_factory=list)

    def add(self, websocket: WebSocket):
        self.sockets.append(websocket)

    async def announce(self, text: str):
        for websocket in self.sockets:
            await websocket.send_text(text)


manager = WebSocketManager()
connections = ConnectionManager()
hub = Hub()  # expect: ISO301
