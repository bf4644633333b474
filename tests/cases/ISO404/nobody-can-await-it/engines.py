import asyncio


class UserExecutionEngine:
    def __init__(self, user_context):
        self.beat = asyncio.get_event_loop().create_task(asyncio.sleep(60))

    def run(self): ...

    async def cleanup(self):
        self.beat.cancel()


class UserEmitter:
    def __init__(self, user_context):
        self.beat = asyncio.get_event_loop().create_task(asyncio.sleep(60))

    def send(self, text): ...

    def close(self, reason):
        self.beat.cancel()
