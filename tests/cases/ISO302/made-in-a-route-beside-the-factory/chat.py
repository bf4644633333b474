from fastapi import FastAPI, WebSocket
from realtime import ConnectionManager

app = FastAPI()


def greet():
    return ConnectionManager()  # expect: ISO302


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    manager = ConnectionManager()  # expect: ISO302
    await manager.send(websocket, "hello")
    await greet().send(websocket, "hello again")
