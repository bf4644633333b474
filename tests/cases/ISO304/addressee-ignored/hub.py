from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


class Hub:
    def __init__(self):
        self.sockets: dict[str, WebSocket] = {}

    def leave(self, user_id: str):
        self.sockets.pop(user_id, None)

    async def notify_user(self, user_id: str, event: dict):
        for websocket in self.sockets.values():
            await websocket.send_json(event)  # expect: ISO304

    async def notify_owner(self, user_id: str, event: dict):
        for owner, websocket in self.sockets.items():
            if owner == user_id:
                await websocket.send_json(event)

    async def say(self, user_id: str, text: str):
        for websocket in self.sockets.values():
            await websocket.send_text(f"{user_id}: {text}")


hub = Hub()


@app.websocket("/users/{user_id}")
async def listen(user_id: str, websocket: WebSocket):
    await websocket.accept()
    hub.sockets[user_id] = websocket
    try:
        while True:
            await hub.say(user_id, await websocket.receive_text())
    except WebSocketDisconnect:
        hub.leave(user_id)
