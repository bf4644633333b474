from fastapi import APIRouter, WebSocket

websocket_manager = APIRouter(prefix="/ws")


@websocket_manager.websocket("/echo")
async def echo(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text(await websocket.receive_text())
