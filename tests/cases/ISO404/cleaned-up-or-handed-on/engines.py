import asyncio


class UserExecutionContext:
    """Only values: nothing to clean up."""

    def __init__(self, user_id):
        self.user_id = user_id
        self.notes = {}

    def close(self):
        self.notes.clear()


class UserExecutionEngine:
    def __init__(self, user_context: UserExecutionContext):
        self.user_context = user_context
        self.task = asyncio.create_task(self.beat())

    async def beat(self): ...

    async def run(self): ...

    async def cleanup(self):
        self.task.cancel()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        await self.cleanup()


class Emitter:
    """Closes what its maker has given it, and what it never opened."""

    def __init__(self, user_context: UserExecutionContext, socket):
        self.socket = socket
        self.timer = None

    def start(self):
        self.timer = asyncio.get_event_loop().call_later(1, print)

    def send(self, event): ...

    def close(self):
        self.socket.close()
        if self.timer:
            self.timer.cancel()
