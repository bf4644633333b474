import asyncio

from fastapi import FastAPI, WebSocket

app = FastAPI()


class Hub:
    def start(self):
        self.events = asyncio.Queue()  # expect: ISO305


class Other:
    def start(self):
        self.errors = asyncio.Queue()


@app.websocket("/ws")
async def listen(websocket: WebSocket):
    await websocket.accept()
    while True:
        await websocket.send_text(await websocket.app.state.hub.events.get())
