from collections import defaultdict

from fastapi import WebSocket


class Hub:
    def __init__(self):
        self.rooms = defaultdict(set)

    async def join(self, websocket: WebSocket):
        self.rooms["all"].add(websocket)

    def leave(self, websocket: WebSocket):
        self.rooms["all"].discard(websocket)

    async def say(self, text):
        for socket in self.rooms["all"]:
            await socket.send_text(text)

    async def main(self, websocket: WebSocket):
        await self.join(websocket)
        try:
            await self.say(await websocket.receive_text())
        finally:
            self.leave(websocket)


class ConnectionManager:
    def __init__(self):
        self.rooms = defaultdict(set)

    async def join(self, room: str, websocket: WebSocket):
        self.rooms[room].add(websocket)
        try:
            await self.welcome(await websocket.receive_text())
        finally:
            self.rooms[room].discard(websocket)

    async def welcome(self, text):
        for socket in self.rooms["lobby"]:
            await socket.send_text(text)


hub = Hub()  # expect: ISO301
manager = ConnectionManager()
