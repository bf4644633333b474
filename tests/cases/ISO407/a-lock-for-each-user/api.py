import asyncio
from collections import defaultdict

from fastapi import FastAPI

app = FastAPI()
_locks = {}
_others = defaultdict(asyncio.Lock)
_guard = asyncio.Lock()
_engine = None


async def summarize(user_id):
    return user_id


async def connect(address):
    return address


async def lock_of(user_id):
    async with _guard:
        if user_id not in _locks:
            _locks[user_id] = asyncio.Lock()
        return _locks[user_id]


async def engine():
    global _engine
    if _engine is None:
        async with _guard:
            if _engine is None:
                _engine = await connect("db")
    return _engine


@app.post("/run")
async def run(user_id: str):
    await engine()
    async with await lock_of(user_id):
        await summarize(user_id)
    async with _others[user_id]:
        await summarize(user_id)
    async with _locks.setdefault(user_id, asyncio.Lock()):
        return await summarize(user_id)
