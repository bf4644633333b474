"""Messages over a WebSocket, as they come in."""

from contextlib import suppress

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from chat.auth import SocketUser
from chat.services.notifications import get_connection_manager

router = APIRouter()


@router.websocket("/ws")
async def listen(socket: WebSocket, _user: SocketUser) -> None:
    manager = get_connection_manager()
    await manager.connect(socket)
    try:
        with suppress(WebSocketDisconnect):
            while True:
                await socket.receive_text()
    finally:
        manager.disconnect(socket)
