from fastapi import FastAPI, WebSocket
from switchboard import Switchboard, default_manager

app = FastAPI()


@app.websocket("/chat/{user}")
async def chat(user: str, websocket: WebSocket):
    manager = Switchboard().for_user(user)
    await websocket.send_text(manager.user + default_manager(user).user)
