from desk.loop import Loop


class Assistant:
    def __init__(self):
        self._loop = Loop()
        self.tone = "plain"

    async def run(self, message, *, session_id, hooks=None):
        before = self._loop.hooks
        self._loop.hooks = [*before, *(hooks or [])]  # expect: ISO106
        try:
            return await self._loop.process(message, session_id)
        finally:
            self._loop.hooks = before

    async def answer(self, message, user_id, tone):
        before = getattr(self, "tone", None)
        try:
            self.tone = tone  # expect: ISO106
            return await self._loop.process(message, user_id)
        finally:
            self.tone = before
