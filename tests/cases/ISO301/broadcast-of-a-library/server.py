import websockets
from websockets.asyncio.server import ServerConnection, serve

GUESTS = set()  # expect: ISO301


class Hub:
    def __init__(self):
        self.members = set()
        self.rooms = {}

    async def welcome(self, member: ServerConnection):
        self.members.add(member)
        try:
            async for text in member:
                websockets.broadcast(self.members, text)
        finally:
            self.members.remove(member)


class Rooms:
    def __init__(self):
        self.rooms = {}

    async def enter(self, room: str, member: ServerConnection):
        self.rooms.setdefault(room, set()).add(member)
        try:
            async for text in member:
                websockets.broadcast(self.rooms[room], text)
        finally:
            self.rooms[room].remove(member)


hub = Hub()  # expect: ISO301
rooms = Rooms()


async def greet(guest: ServerConnection):
    GUESTS.add(guest)
    try:
        async for text in guest:
            websockets.broadcast(GUESTS, text)
    finally:
        GUESTS.remove(guest)


async def main():
    await serve(hub.welcome, "", 8765)
    await serve(greet, "", 8766)
