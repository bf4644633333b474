import asyncio
import queue
import threading
from contextlib import asynccontextmanager

from fastapi import FastAPI, WebSocket

jobs: asyncio.Queue = asyncio.Queue()
mails = queue.Queue()


async def work():
    while True:
        await handle(await jobs.get())


async def handle(job):
    return job


def send_mails():
    while True:
        print(mails.get())


@asynccontextmanager
async def lifespan(app: FastAPI):
    task = asyncio.create_task(work())
    threading.Thread(target=send_mails, daemon=True).start()
    yield
    task.cancel()


app = FastAPI(lifespan=lifespan)


@app.websocket("/ws")
async def listen(websocket: WebSocket):
    await websocket.accept()
    while True:
        await jobs.put(await websocket.receive_text())
        mails.put("new job")
