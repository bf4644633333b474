from commands import COMMANDS, FORGOTTEN, LISTENERS
from commands import ENDINGS as LAST
from fastapi import FastAPI

app = FastAPI()


@app.post("/run")
async def run(name: str, text: str):
    for listen in LISTENERS:
        listen(text)
    return COMMANDS["echo"](text), name in FORGOTTEN


@app.post("/end")
async def end(name: str, text: str):
    last = LAST.get(name)
    return last(text) if last else None


@app.post("/choose")
async def choose(text: str, FORGOTTEN: dict):
    return FORGOTTEN["lose"](text)
