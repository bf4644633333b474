from contextlib import asynccontextmanager

from fastapi import FastAPI, WebSocket
from sockets import ConnectionManager


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.sockets = ConnectionManager()  # expect: ISO301
    yield


app = FastAPI(lifespan=lifespan)


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    await websocket.app.state.sockets.add(websocket)
