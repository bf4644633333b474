import asyncio

import redis.asyncio as redis
from fastapi import FastAPI, WebSocket
from fastapi.responses import StreamingResponse

app = FastAPI()
client = redis.Redis()
subscription = client.pubsub()  # expect: ISO305


class Hub:
    def __init__(self) -> None:
        self.pubsub = client.pubsub()  # expect: ISO305

    async def serve(self, websocket: WebSocket, room: str) -> None:
        await self.pubsub.subscribe(room)
        async for message in self.pubsub.listen():
            await websocket.send_text(message["data"])


class Dispatcher:
    """Listens once, for all, and sends to those in the room."""

    def __init__(self) -> None:
        self.pubsub = client.pubsub()
        self.rooms: dict[str, list[WebSocket]] = {}

    async def run(self) -> None:
        await self.pubsub.psubscribe("*")
        async for message in self.pubsub.listen():
            for websocket in self.rooms[message["channel"]]:
                await websocket.send_text(message["data"])


hub = Hub()
dispatcher = Dispatcher()


@app.on_event("startup")
async def run() -> None:
    app.state.task = asyncio.create_task(dispatcher.run())


@app.websocket("/rooms/{room}")
async def listen(websocket: WebSocket, room: str) -> None:
    await websocket.accept()
    await subscription.subscribe(room)
    while True:
        message = await subscription.get_message(ignore_subscribe_messages=True)
        await websocket.send_text(message["data"])


@app.websocket("/hub/{room}")
async def listen_at_hub(websocket: WebSocket, room: str) -> None:
    await websocket.accept()
    await hub.serve(websocket, room)


@app.websocket("/own/{room}")
async def listen_alone(websocket: WebSocket, room: str) -> None:
    await websocket.accept()
    pubsub = client.pubsub()
    await pubsub.subscribe(room)
    async for message in pubsub.listen():
        await websocket.send_text(message["data"])


@app.get("/own/{room}")
async def stream(room: str) -> StreamingResponse:
    pubsub = client.pubsub()
    await pubsub.subscribe(room)

    async def events():
        async for message in pubsub.listen():
            yield message["data"]

    return StreamingResponse(events())
