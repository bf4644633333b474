from database import get_connection_manager
from fastapi import FastAPI, WebSocket

app = FastAPI()


@app.websocket("/echo")
async def echo(websocket: WebSocket):
    await websocket.accept()
    with get_connection_manager().connect() as connection:
        await websocket.send_text(connection.execute("echo"))
