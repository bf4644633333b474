from weakref import WeakSet

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
watchers = WeakSet()
players: dict[str, WebSocket] = {}


class Pruning:
    def __init__(self):
        self.sockets: dict[str, WebSocket] = {}

    def add(self, user_id: str, websocket: WebSocket):
        self.sockets[user_id] = websocket

    async def send(self, user_id: str, text: str):
        try:
            await self.sockets[user_id].send_text(text)
        except RuntimeError:
            self.sockets = {k: v for k, v in self.sockets.items() if k != user_id}


class Rooms:
    def __init__(self):
        self.rooms: dict[str, set[WebSocket]] = {}

    def add(self, room: str, websocket: WebSocket):
        self.rooms.setdefault(room, set()).add(websocket)

    def drop(self, websocket: WebSocket):
        for sockets in self.rooms.values():
            sockets.discard(websocket)


class Visit:
    def __init__(self, websocket: WebSocket):
        self.seen = [websocket]


pruning = Pruning()
rooms = Rooms()


@app.websocket("/users/{user_id}")
async def listen(websocket: WebSocket, user_id: str):
    await websocket.accept()
    visit = Visit(websocket)
    pruning.add(user_id, websocket)
    rooms.add("lobby", websocket)
    players[user_id] = websocket
    watchers.add(websocket)
    try:
        while True:
            await pruning.send(user_id, f"{len(visit.seen)}: {await websocket.receive_text()}")
    except WebSocketDisconnect:
        rooms.drop(websocket)
    finally:
        players.pop(user_id)
