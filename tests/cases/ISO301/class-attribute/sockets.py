from fastapi import WebSocket


class ConnectionManager:
    def __init__(self):
        self.all: set[WebSocket] = set()

    def add(self, socket: WebSocket):
        self.all.add(socket)

    async def send(self, text: str):
        for socket in self.all:
            await socket.send_text(text)
