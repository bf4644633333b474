import asyncio
from collections import defaultdict

from fastapi import FastAPI, WebSocket

app = FastAPI()
subscribers: list[asyncio.Queue] = []
by_user: dict[str, asyncio.Queue] = defaultdict(asyncio.Queue)


@app.websocket("/all")
async def listen(websocket: WebSocket):
    await websocket.accept()
    queue = asyncio.Queue()
    subscribers.append(queue)
    try:
        while True:
            await websocket.send_text(await queue.get())
    finally:
        subscribers.remove(queue)


@app.websocket("/users/{user_id}")
async def listen_alone(websocket: WebSocket, user_id: str):
    await websocket.accept()
    by_user[user_id] = asyncio.Queue()
    try:
        while True:
            await websocket.send_text(await by_user[user_id].get())
    finally:
        del by_user[user_id]


class Session:
    def __init__(self, websocket: WebSocket):
        self.websocket = websocket
        self.events = asyncio.Queue()

    async def run(self, websocket: WebSocket):
        while True:
            await websocket.send_text(await self.events.get())


@app.websocket("/session")
async def session(websocket: WebSocket):
    await Session(websocket).run(websocket)
