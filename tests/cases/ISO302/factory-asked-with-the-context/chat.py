from fastapi import Depends, FastAPI
from realtime.contexts import UserExecutionContext
from realtime.manager import WebSocketManager

app = FastAPI()


def current(user_id: str) -> UserExecutionContext:
    return UserExecutionContext(user_id)


@app.post("/say")
async def say(text: str, context: UserExecutionContext = Depends(current)):
    manager = WebSocketManager()  # expect: ISO302
    await manager.send(text)


@app.post("/whisper")
async def whisper(text: str, context: UserExecutionContext = Depends(current)):
    await WebSocketManager(context).send(text)  # expect: ISO302


@app.post("/shout")
def shout(text: str, context: UserExecutionContext = Depends(current)):
    return WebSocketManager()  # expect: ISO302


@app.post("/whistle")
async def whistle(text: str):
    return WebSocketManager()  # expect: ISO302
