from collections import defaultdict

from fastapi import WebSocket


class Hub:
    def __init__(self):
        self.rooms = defaultdict(set)

    async def join(self, websocket: WebSocket):
        self.rooms["all"].add(websocket)

    async def say(self, text):
        for sockets in self.rooms.values():
            for socket in sockets:
                await socket.send_text(text)


hub = Hub()  # expect: ISO301
