import asyncio


class UserExecutionEngine:
    def __init__(self, user_context):
        self.tasks = []
        self._open()

    def _open(self):
        self.beat = asyncio.create_task(asyncio.sleep(60))

    async def run(self): ...

    async def cleanup(self):
        self.beat.cancel()


class UserEmitter:
    def __init__(self, user_context, socket):
        self.timers = {}

    def watch(self, name):
        self.timers[name] = asyncio.get_event_loop().call_later(1, print)

    def start(self):
        self.watch("beat")

    def close(self):
        for timer in self.timers.values():
            timer.cancel()


def create_engine(user_context):
    return UserExecutionEngine(user_context)
