from typing import Annotated

from accounts import member, only, who
from fastapi import APIRouter, Depends, FastAPI, Request, WebSocket

Member = Annotated[str, Depends(member)]
router = APIRouter(dependencies=[Depends(member)])
app = FastAPI()


@app.get("/users/{user_id}/orders")
async def orders(user_id: str, reader=Depends(who)):
    return [user_id, reader]


@app.get("/users/{user_id}/bills")
async def bills(user_id: str, reader: Member):
    return [user_id, reader]


@router.get("/users/{user_id}/letters")
async def letters(user_id: str):
    return [user_id]


@app.get("/users/{user_id}/notes", dependencies=[Depends(who)])
async def notes(user_id: str):
    return [user_id]


@app.get("/orders")
async def own_orders(user_id: str = Depends(who)):
    return [user_id]


@app.get("/users/{user_id}/files")
async def files(user_id: str, request: Request):
    if request.headers.get("Authorization") != user_id:
        return []
    return [user_id]


@app.websocket("/ws/{user_id}")
async def feed(socket: WebSocket, user_id: str):
    account = await authenticate_socket(socket)
    await socket.send_text(f"{account} {user_id}")


async def authenticate_socket(socket):
    return await socket.receive_text()


@app.post("/login/{user_id}")
async def login(user_id: str):
    return [user_id]


app.include_router(router)
