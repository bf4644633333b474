from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from registry import AgentRegistry


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.agents = AgentRegistry()
    yield


app = FastAPI(lifespan=lifespan)


@app.post("/ask")
async def ask(question: str, request: Request):
    agent = request.app.state.agents.get_agent("helper")  # expect: ISO101
    return await agent.run(question)
