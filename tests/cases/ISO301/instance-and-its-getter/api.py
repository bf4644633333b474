from fastapi import Depends, FastAPI, WebSocket
from sockets import get_manager

app = FastAPI()


@app.websocket("/chat")
async def chat(websocket: WebSocket, manager=Depends(get_manager)):
    await manager.add(websocket)
