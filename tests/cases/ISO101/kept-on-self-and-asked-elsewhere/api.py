from chat import Chat
from fastapi import FastAPI
from registry import registry

app = FastAPI()


@app.post("/ask")
async def ask(question: str):
    return await Chat(registry).answer(question)
