from agents import registry
from fastapi import FastAPI

app = FastAPI()


@app.post("/ask")
async def ask(question: str):
    return await registry.get_agent("helper").run(question)
