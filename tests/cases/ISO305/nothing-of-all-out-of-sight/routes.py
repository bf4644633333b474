from current import user
from fastapi import APIRouter, WebSocket
from forecasts import forecast
from hub import queues, rooms, settings
from outbox import jobs, subscribe
from pool import models

router = APIRouter()


@router.websocket("/user")
async def tell_user(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_json(user.get())
    await websocket.send_json(await settings.get("greeting"))
    await websocket.send_json(await forecast.get())


@router.websocket("/rooms/{room}")
async def enter(websocket: WebSocket, room: str):
    await websocket.accept()
    own = subscribe(room)
    while True:
        await websocket.send_json(await queues[room].get())
        await websocket.send_json(await rooms.of(room).get())
        await websocket.send_json(await own.get())
        await websocket.send_json(await websocket.app.state.queues[room].get())


@router.websocket("/ask")
async def ask(websocket: WebSocket):
    await websocket.accept()
    model = await models.get()
    await websocket.send_text(await model.ask(await websocket.receive_text()))
    await models.put(model)
    text = await models.get()
    await websocket.send_text("a model waits")
    return text


async def work(log):
    while True:
        await log.send(await jobs.get())


@router.websocket("/greeting")
async def greet(websocket: WebSocket):
    await websocket.accept()
    while await websocket.receive_text():
        await websocket.send_text(await user.render(settings.get()))
