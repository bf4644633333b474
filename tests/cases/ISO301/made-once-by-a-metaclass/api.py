from fastapi import FastAPI, WebSocket
from sockets import ConnectionManager

app = FastAPI()


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    ConnectionManager().add(websocket)
