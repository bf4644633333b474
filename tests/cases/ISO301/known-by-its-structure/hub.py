import asyncio

from websockets.asyncio.server import ServerConnection, serve


class Hub:
    def __init__(self):
        self.guests = set()

    async def welcome(self, guest: ServerConnection):
        self.guests.add(guest)  # expect: ISO306
        async for text in guest:
            await asyncio.gather(*[other.send(text) for other in self.guests])


hub = Hub()  # expect: ISO301


async def main():
    await serve(hub.welcome, "", 8765)
