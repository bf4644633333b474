from fastapi import FastAPI, WebSocket
from realtime import ConnectionManager, Settings

app = FastAPI()
settings = Settings()
manager = ConnectionManager()  # expect: ISO301


@app.websocket("/chat")
async def chat(websocket: WebSocket):
    own = ConnectionManager()
    await own.connect(websocket)
    await manager.connect(websocket)
