from collections import defaultdict

from fastapi import WebSocket


class WebSocketManager:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.by_user = defaultdict(set)
        return cls._instance

    def add(self, user_id: str, websocket: WebSocket):
        self.by_user[user_id].add(websocket)

    async def send_to_user(self, user_id: str, event: dict):
        for websocket in self.by_user.get(user_id, ()):
            await websocket.send_json(event)


def get_websocket_manager():
    return WebSocketManager()
