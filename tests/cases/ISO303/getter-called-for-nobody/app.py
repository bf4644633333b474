from fastapi import FastAPI
from realtime import get_websocket_manager

app = FastAPI()
manager = get_websocket_manager()  # expect: ISO303


@app.post("/say")
async def say(text: str):
    await get_websocket_manager().send(text)  # expect: ISO303


@app.post("/whisper")
async def whisper(text: str):
    await get_websocket_manager(user_context=None).send(text)  # expect: ISO303
