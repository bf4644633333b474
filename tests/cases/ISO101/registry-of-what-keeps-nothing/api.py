import remembering
from fastapi import FastAPI
from tools import tool_registry

app = FastAPI()


@app.get("/read")
def read(path: str):
    return tool_registry.get("reader").read(path)


@app.get("/search")
def search(words: str):
    return remembering.tool_registry.get("searcher").search(words)  # expect: ISO101
