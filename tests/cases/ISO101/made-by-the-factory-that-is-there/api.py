from agents.context import UserExecutionContext
from agents.registry import get_agent_registry, registry
from fastapi import Depends, FastAPI

app = FastAPI()


def current(user_id: str):
    return UserExecutionContext(user_id)


@app.post("/ask")
async def ask(question: str, user_context: UserExecutionContext = Depends(current)):
    agent = registry.get_agent("helper")  # expect: ISO101
    return await agent.run(question)


@app.post("/ask-anybody")
async def ask_anybody(name: str, question: str, user_context: UserExecutionContext = Depends(current)):
    return await get_agent_registry().get_agent(  # expect: ISO101
        name,  # whoever it is
    ).run(question)


@app.post("/ask-by-get")
async def ask_by_get(question: str, user_id: str):
    mine = UserExecutionContext(user_id)
    return await registry.get(name="helper").run(question), mine  # expect: ISO101


@app.post("/ask-by-a-name")
async def ask_by_a_name(question: str, user_context: UserExecutionContext = Depends(current)):
    agents = get_agent_registry()
    helper = agents.get_agent("helper")  # expect: ISO101
    await helper.run(question)


@app.post("/ask-two")
async def ask_two(question: str, user_context: UserExecutionContext = Depends(current)):
    agents = get_agent_registry()
    if agents is None:
        return None
    return await agents.get_agent("helper").run(question)  # expect: ISO101


@app.post("/ask-for-nobody")
async def ask_for_nobody(question: str):
    return await registry.get_agent("helper").run(question)  # expect: ISO101


@app.post("/ask-or-not")
async def ask_or_not(question: str, user_context: UserExecutionContext = Depends(current)):
    return registry.get("helper", None)  # expect: ISO101
