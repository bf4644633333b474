from fastapi import FastAPI, WebSocket
from sockets import sockets

app = FastAPI()


@app.websocket("/users/{user_id}")
async def listen(websocket: WebSocket, user_id: str):
    await sockets.connect(user_id, websocket)
    while True:
        await sockets.send(user_id, await websocket.receive_text())
