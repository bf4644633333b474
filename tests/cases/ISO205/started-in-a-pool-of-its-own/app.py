import asyncio
from concurrent.futures import ThreadPoolExecutor

from fastapi import FastAPI

app = FastAPI()


class Pool(ThreadPoolExecutor):
    pass


pool = Pool()


def work():
    return 1


@app.get("/work")
async def start():
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, work)
