from fastapi import FastAPI
from registry import registry

app = FastAPI()


@app.get("/ask")
async def ask(name: str):
    return await registry.agents.get(name).run()  # expect: ISO101


@app.get("/names")
async def names(name: str):
    titles = {"helper": "Helper"}
    return titles.get(name)
