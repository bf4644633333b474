from fastapi import FastAPI
from registry import get_registry

app = FastAPI()


@app.post("/ask")
async def ask(question: str):
    return await get_registry().get_agent("helper").run(question)  # expect: ISO101
