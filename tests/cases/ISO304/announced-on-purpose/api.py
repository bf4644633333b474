from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from hub import hub

app = FastAPI()


@app.websocket("/threads/{thread_id}")
async def listen(thread_id: str, websocket: WebSocket):
    await hub.join(thread_id, websocket)
    try:
        while True:
            await say(await websocket.receive_json(), thread_id)
    except WebSocketDisconnect:
        hub.leave(thread_id)
        await hub.broadcast({"type": "left", "thread_id": thread_id})


async def say(event: dict, thread_id: str | None = None):
    """To one thread, or to all where the caller names none."""
    if thread_id:
        await hub.send_to_thread(thread_id, event)
    else:
        await hub.broadcast(event)


@app.post("/maintenance")
async def maintain():
    await hub.broadcast({"type": "notice", "text": "back in five minutes"})


@app.post("/threads/{thread_id}/close")
async def close(thread_id: str):
    if thread_id not in hub.sockets:
        return
    await hub.send_to_thread(thread_id, {"type": "closed"})
    await hub.broadcast({"type": "one thread less"})
