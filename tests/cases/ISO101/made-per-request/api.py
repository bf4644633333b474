from fastapi import Depends, FastAPI
from registry import AgentRegistry, get_registry

app = FastAPI()


@app.post("/ask")
async def ask(user_id: str, question: str):
    agents = AgentRegistry(user_id)
    return await agents.get_agent("helper").run(question)


@app.post("/shout")
async def shout(question: str, agents: AgentRegistry = Depends(get_registry)):
    return await agents.get_agent("shouter").run(question)
