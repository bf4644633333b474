from fastapi import FastAPI
from tools import registry

app = FastAPI()


@app.get("/search")
async def search(words: str):
    tool = registry.get("search")()
    return tool.run(words)
