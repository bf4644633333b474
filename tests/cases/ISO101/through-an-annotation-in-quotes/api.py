from fastapi import FastAPI
from picking import pick, pick_first
from registry import registry

app = FastAPI()


@app.post("/ask")
async def ask(name: str):
    return pick(name, registry) or pick_first(registry)
