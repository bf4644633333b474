from fastapi import APIRouter, Depends, FastAPI, WebSocket
from fastapi.security import HTTPBearer

bearer = HTTPBearer()
books = APIRouter(prefix="/books")
app = FastAPI()


@books.get("/latest")
async def latest():
    return []


@books.get("/{book_id}")
async def book(book_id: int):
    return {"id": book_id}


@books.get("/borrowed")
async def borrowed(reader=Depends(bearer)):
    return []


@app.websocket("/ws/echo")
async def echo(socket: WebSocket):
    await socket.accept()
    await socket.send_text(await socket.receive_text())


app.include_router(books, prefix="/api")
