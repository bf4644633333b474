from typing import Annotated

from fastapi import Depends, FastAPI
from registry import AgentRegistry, get_registry

app = FastAPI()
Agents = Annotated[AgentRegistry, Depends(get_registry)]


@app.post("/ask")
async def ask(question: str, agents: Agents):
    return await agents.get_agent("helper").run(question)  # expect: ISO101


@app.post("/shout")
async def shout(question: str, agents=Depends(get_registry)):
    return await agents.get_agent("shouter").run(question)  # expect: ISO101
