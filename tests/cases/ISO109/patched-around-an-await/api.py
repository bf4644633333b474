import os
from unittest.mock import patch

from fastapi import FastAPI

app = FastAPI()


@app.post("/run")
async def run(token: str):
    with patch.dict(os.environ, {"TOKEN": token}):  # expect: ISO109
        return await start()


@app.post("/line")
async def line(token: str):
    with patch.dict(os.environ, {"TOKEN": token}):
        return command()


async def start():
    return os.environ["TOKEN"]


def command():
    return os.environ["TOKEN"]
