import asyncio


class UserExecutionEngine:
    def __init__(self, user_context):
        self.beat = asyncio.create_task(asyncio.sleep(60))

    async def open(self): ...

    async def run(self): ...

    async def cleanup(self):
        self.beat.cancel()

    async def __aenter__(self):
        await self.open()
        return self

    async def __aexit__(self, *error):
        await self.cleanup()


async def create_engine(user_context):
    return UserExecutionEngine(user_context)
