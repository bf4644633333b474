from connections import ConnectionManager
from fastapi import FastAPI, WebSocket

app = FastAPI()
manager = ConnectionManager()  # expect: ISO301


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    await manager.connect(websocket)
    await manager.broadcast(await websocket.receive_text())
