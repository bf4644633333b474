import asyncio
from contextvars import ContextVar

from desk.loop import Loop

HOOKS = ContextVar("hooks", default=())


class Assistant:
    def __init__(self):
        self._loop = Loop()
        self._turn = asyncio.Lock()
        self.depth = 0

    async def run(self, message, *, session_id, hooks=None):
        token = HOOKS.set([*HOOKS.get(), *(hooks or [])])
        try:
            return await self._loop.process(message, session_id)
        finally:
            HOOKS.reset(token)

    async def in_turn(self, message, *, session_id, hooks=None):
        async with self._turn:
            before = self._loop.hooks
            self._loop.hooks = [*before, *(hooks or [])]
            try:
                return await self._loop.process(message, session_id)
            finally:
                self._loop.hooks = before

    async def at_once(self, message, *, session_id, hooks=None):
        before = self._loop.hooks
        self._loop.hooks = [*before, *(hooks or [])]
        try:
            prepared = self._loop.prepare(message)
        finally:
            self._loop.hooks = before
        return await self._loop.process(prepared, session_id)

    async def of_its_own(self, message, *, session_id, hooks=None):
        loop = Loop()
        before = loop.hooks
        loop.hooks = [*before, *(hooks or [])]
        try:
            return await loop.process(message, session_id)
        finally:
            loop.hooks = before

    async def counted(self, message, *, user_id):
        before = self.depth
        self.depth = before + 1
        try:
            return await self._loop.process(message, user_id)
        finally:
            self.depth = before

    def step(self, message, user_id, tone):
        before = self._loop.tone
        self._loop.tone = tone
        try:
            return self._loop.process(message, user_id)
        finally:
            self._loop.tone = before
