from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from hub import hub

app = FastAPI()


@app.websocket("/threads/{thread_id}")
async def listen(thread_id: str, websocket: WebSocket):
    await hub.join(thread_id, websocket)
    try:
        while True:
            await websocket.receive_text()
    except WebSocketDisconnect:
        hub.leave(thread_id)


@app.post("/answers")
async def answer(question: dict):
    await notify(question.get("thread_id"), {"type": "answer", "text": "42"})


async def notify(thread_id: str, event: dict):
    if thread_id:
        await hub.send_to_thread(thread_id, event)
    else:
        await hub.broadcast(event)  # expect: ISO304


async def notify_whoever_is_there(event: dict):
    thread_id = event["thread_id"]
    if thread_id in hub.sockets:
        await hub.send_to_thread(thread_id, event)
    else:
        await hub.broadcast(event)  # expect: ISO304
