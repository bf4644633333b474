import asyncio

from fastapi import FastAPI

app = FastAPI()
models: asyncio.Queue = asyncio.Queue()


@app.post("/ask")
async def ask(text: str):
    model = await models.get()
    try:
        return await model.ask(text)
    finally:
        await models.put(model)
