from agents import AgentRegistry
from fastapi import Depends, FastAPI

app = FastAPI()


def get_registry(user_id: str):
    return AgentRegistry(user_id)


@app.post("/ask")
async def ask(question: str, agents: AgentRegistry = Depends(get_registry)):
    return await agents.get_agent("helper").run(question)


@app.post("/shout")
async def shout(question: str):
    return await AgentRegistry.get_agent("shouter").run(question)  # expect: ISO101


@app.post("/hum")
async def hum(question: str):
    return await AgentRegistry.get_instance().get_agent("hummer").run(question)  # expect: ISO101
