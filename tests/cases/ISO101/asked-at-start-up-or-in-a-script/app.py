from fastapi import FastAPI
from registry import registry


def warm_up():
    registry.get_agent("helper").load()


warm_up()
app = FastAPI()


@app.get("/")
async def hello():
    return "hello"
