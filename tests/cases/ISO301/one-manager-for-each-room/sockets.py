from fastapi import FastAPI, WebSocket

app = FastAPI()


class ConnectionManager:
    def __init__(self):
        self.sockets: list[WebSocket] = []

    async def broadcast(self, text: str):
        for socket in self.sockets:
            await socket.send_text(text)

    async def connect(self, socket: WebSocket):
        await socket.accept()
        self.sockets.append(socket)


managers: dict[str, ConnectionManager] = {}


@app.websocket("/rooms/{room}")
async def join(room: str, socket: WebSocket):
    if room not in managers:
        managers[room] = ConnectionManager()
    await managers[room].connect(socket)
