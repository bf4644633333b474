import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Thread

from fastapi import BackgroundTasks, FastAPI
from journal import Journal, keep, remember

app = FastAPI()
pool = ThreadPoolExecutor()


@app.post("/notes")
async def note(text: str, background: BackgroundTasks):
    background.add_task(remember, text)
    task = asyncio.create_task(Journal.write(text))
    await task
    return "noted"


@app.post("/drafts")
def draft(text: str):
    Thread(target=keep, args=(text,)).start()
    pool.submit(partial(remember, text))
    return Journal.read()
