import asyncio

from fastapi import FastAPI

app = FastAPI()
_lock = asyncio.Lock()


async def summarize(user_id):
    return user_id


class Service:
    def __init__(self):
        self._lock = asyncio.Lock()

    async def run(self, user_id):
        async with self._lock:
            return await summarize(user_id)  # expect: ISO407


service = Service()


@app.post("/run")
async def run(user_id: str):
    async with _lock:
        await summarize(user_id)  # expect: ISO407
    return await service.run(user_id)
