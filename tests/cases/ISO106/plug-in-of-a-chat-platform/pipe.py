import os


class Pipe:
    def __init__(self):
        self.key = os.environ["KEY"]
        self.chat = None

    def pipes(self):
        return [{"id": "small"}]

    async def pipe(self, body: dict, __user__: dict, __metadata__: dict):
        self.chat = __metadata__["chat_id"]  # expect: ISO106
        return await self.answer(body, __user__)

    async def answer(self, body, user):
        return f"{self.chat} {user} {body} {self.key}"


class Water:
    """A pipe of another kind."""

    def __init__(self):
        self.flow = None

    def pipe(self, flow):
        self.flow = flow
        return self.flow


class Strainer:
    """Not a plug-in: what its maker asks for once."""

    def __init__(self):
        self.body = None

    def inlet(self, body):
        self.body = body
        return self.body
