import asyncio


class Cat:
    def __init__(self):
        self.messages: asyncio.Queue = asyncio.Queue()  # expect: ISO305

    async def notify(self, text: str):
        await self.messages.put(text)
