from fastapi import Depends, FastAPI
from realtime import UserExecutionContext, create_websocket_manager, get_websocket_manager

app = FastAPI()


def current(user_id: str) -> UserExecutionContext:
    return UserExecutionContext(user_id)


@app.post("/say")
async def say(text: str, context=Depends(current)):
    await get_websocket_manager().send(text)  # expect: ISO303


@app.post("/whisper")
async def whisper(text: str, user_id: str):
    context = current(user_id)
    manager = await create_websocket_manager("whisper")  # expect: ISO303
    await manager.send(text)
    await get_websocket_manager(None).send(text)  # expect: ISO303
    return context


@app.post("/shout")
async def shout(text: str):
    await get_websocket_manager().send(text)  # expect: ISO303
