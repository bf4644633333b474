from agents import AgentRegistry
from fastapi import FastAPI

registry = AgentRegistry()


def warm():
    registry.get_agent("greeter").load()


app = FastAPI(on_startup=[warm])


@app.on_event("startup")
async def warm_more():
    registry.get_agent("helper").load()
