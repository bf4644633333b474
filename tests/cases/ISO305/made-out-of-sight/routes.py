import asyncio

from fastapi import APIRouter, WebSocket
from hub import manager
from outbox import mails, news

router = APIRouter()


async def pass_on(websocket: WebSocket, brain):
    while True:
        thought = await brain.thoughts.get()  # expect: ISO305
        await manager.send(thought, websocket)


@router.websocket("/ws")
async def listen(websocket: WebSocket):
    brain = websocket.app.state.brain
    await websocket.accept()
    await asyncio.gather(pass_on(websocket, brain), websocket.receive_text())


@router.websocket("/mails")
async def read(websocket: WebSocket):
    await websocket.accept()
    while True:
        await websocket.send_json(await mails.get())  # expect: ISO305


@router.websocket("/news")
async def follow(websocket: WebSocket):
    await websocket.accept()
    while True:
        item = await asyncio.wait_for(news.get(), 30)  # expect: ISO305
        await websocket.send_json(item)
