from accounts import current_reader, reader_of
from fastapi import APIRouter, Depends, FastAPI, WebSocket

shelves = APIRouter()
app = FastAPI()


@shelves.get("/shelves")
async def all_shelves():
    return []


@app.websocket("/ws")
async def feed(socket: WebSocket):
    await socket.accept()
    await serve(socket)


async def serve(socket):
    reader = await reader_of(socket)
    await socket.send_text(f"hello {reader}")


app.include_router(shelves, dependencies=[Depends(current_reader)])
