from asyncio import to_thread
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from threading import Thread

from fastapi import FastAPI

from jobs import Processes

app = FastAPI()
pool = ThreadPoolExecutor()
processes = Processes()
user = ContextVar("user")
quiet = ContextVar("quiet")


@app.get("/report")
async def report(user_id: str):
    quiet.set(user_id)
    job = pool.submit(write, user_id)
    Thread(target=alone, args=(user_id,)).start()
    processes.submit(elsewhere, user_id)
    return job.result()


@app.get("/copy")
async def copy(user_id: str):
    def mine():
        quiet.set(user_id)
        return quiet.get()

    def kept():
        user.set(user_id)  # expect: ISO402
        return user.get()

    pool.submit(kept)
    return [await to_thread(read, user_id), await to_thread(mine)]


def write(user_id):
    user.set(user_id)  # expect: ISO402
    return user.get()


def alone(user_id):
    quiet.set(user_id)
    return quiet.get()


def elsewhere(user_id):
    quiet.set(user_id)
    return quiet.get()


def read(user_id):
    quiet.set(user_id)
    return quiet.get()
