import asyncio

from fastapi import FastAPI

app = FastAPI()


async def summarize(user_id):
    return user_id


class Job:
    def __init__(self):
        self._lock = asyncio.Lock()

    async def run(self, user_id):
        async with self._lock:
            return await summarize(user_id)


@app.post("/run")
async def run(user_id: str):
    return await Job().run(user_id)
