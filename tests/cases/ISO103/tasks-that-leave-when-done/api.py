import asyncio

from fastapi import FastAPI

app = FastAPI()
running = set()


async def send(user_id, text):
    print(user_id, text)


@app.post("/mail")
async def mail(user_id: str, text: str):
    task = asyncio.create_task(send(user_id, text))
    running.add(task)
    task.add_done_callback(running.discard)
    return len(running)
