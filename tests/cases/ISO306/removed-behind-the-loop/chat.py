from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


class Rooms:
    def __init__(self):
        self.sockets: dict[str, WebSocket] = {}

    def enter(self, user_id: str, websocket: WebSocket):
        self.sockets[user_id] = websocket  # expect: ISO306

    def leave(self, user_id: str):
        del self.sockets[user_id]


rooms = Rooms()
guests: dict[str, WebSocket] = {}


@app.websocket("/users/{user_id}")
async def listen(websocket: WebSocket, user_id: str):
    await websocket.accept()
    rooms.enter(user_id, websocket)
    while True:
        if await websocket.receive_text() == "bye":
            break
    rooms.leave(user_id)


@app.websocket("/guests/{client_id}")
async def listen_too(websocket: WebSocket, client_id: str):
    await websocket.accept()
    guests[client_id] = websocket
    try:
        while True:
            await websocket.receive_text()
    except WebSocketDisconnect:
        pass
    guests.pop(client_id)
