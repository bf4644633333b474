from fastapi import FastAPI, WebSocket

app = FastAPI()
sockets: dict[str, WebSocket] = {}


@app.websocket("/users/{user_id}")
async def listen(websocket: WebSocket, user_id: str):
    await websocket.accept()
    sockets[user_id] = websocket  # expect: ISO306
    while True:
        await websocket.send_text(await websocket.receive_text())
