import state
from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from state import by_user, sockets, waiting

app = FastAPI()


@app.websocket("/chat/{user_id}")
async def chat(websocket: WebSocket, user_id: str):
    await websocket.accept()
    sockets.append(websocket)
    waiting.append(websocket)
    by_user[user_id] = websocket
    try:
        while True:
            await say(await websocket.receive_text())
    except WebSocketDisconnect:
        sockets.remove(websocket)
        waiting.remove(websocket)
        del by_user[user_id]


async def say(text: str):
    for websocket in state.sockets:
        await websocket.send_text(text)


async def answer(user_id: str, text: str):
    await by_user[user_id].send_text(text)
