from fastapi import WebSocket


class RoomManager:
    def __init__(self):
        self.rooms: dict[str, list[WebSocket]] = {}

    def join(self, room_id: str, websocket: WebSocket):
        self.rooms.setdefault(room_id, []).append(websocket)

    async def broadcast(self, room_id: str, text: str):
        for websocket in self.rooms[room_id]:
            await websocket.send_text(text)


rooms = RoomManager()
