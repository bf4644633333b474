import asyncio

from fastapi import APIRouter, WebSocket

router = APIRouter()


async def pass_on(websocket: WebSocket, cat):
    while True:
        await websocket.send_text(await cat.messages.get())


@router.websocket("/ws")
async def listen(websocket: WebSocket):
    cat = websocket.app.state.cat
    await websocket.accept()
    await asyncio.gather(pass_on(websocket, cat), websocket.receive_text())
