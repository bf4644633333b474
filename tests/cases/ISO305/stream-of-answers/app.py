import asyncio

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
answers = asyncio.Queue()  # expect: ISO305


@app.get("/answers")
async def stream():
    async def events():
        while True:
            yield await answers.get()

    return StreamingResponse(events())


@app.get("/own")
async def own_stream():
    own = asyncio.Queue()

    async def events():
        while True:
            yield await own.get()

    return StreamingResponse(events())
