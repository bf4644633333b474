from fastapi import FastAPI, WebSocket
from sockets import manager

app = FastAPI()


@app.websocket("/users/{user_id}")
async def listen(user_id: str, websocket: WebSocket):
    await manager.connect(user_id, websocket)
    try:
        await manager.send(user_id, await websocket.receive_text())
    finally:
        manager.disconnect(user_id)
