from fastapi import FastAPI
from live import get_websocket_manager

app = FastAPI()


@app.post("/jobs/{job_id}/start")
async def start(job_id: str, user_id: str):
    await get_websocket_manager().broadcasting.broadcast_to_all({  # expect: ISO304
        "type": "started", "payload": _payload(job_id, user_id),
    })


@app.post("/jobs/{job_id}/stop")
async def stop(job_id: str, user_id: str):
    await get_websocket_manager().broadcast_to_all({"job_id": job_id}, user_id=user_id)


@app.get("/orders")
async def orders(user_id: str):
    found = await find_orders(user_id)
    await get_websocket_manager().broadcast(found)  # expect: ISO304


async def find_orders(user_id: str):
    return [user_id]


def _payload(job_id: str, user_id: str):
    return {"id": job_id, "by": user_id}


@app.post("/notice")
async def notice(text: str):
    await get_websocket_manager().broadcast({"type": "notice", "text": text})
