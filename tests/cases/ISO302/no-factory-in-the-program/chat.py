from fastapi import FastAPI, WebSocket
from manager import ConnectionManager

app = FastAPI()


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    await websocket.send_text(ConnectionManager().user)
