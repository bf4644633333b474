from fastapi import Depends, FastAPI

from shop.agents import AgentInstanceFactory, Crier, UserExecutionContext, registry

app = FastAPI()


def current(user_id: str):
    return UserExecutionContext(user_id)


@app.post("/ask")
async def ask(question: str, user_context: UserExecutionContext = Depends(current)):
    agent = registry.get_agent("helper")  # expect: ISO101
    answer = await agent.execute(question)
    agent.close()
    return answer


@app.post("/ask-as-told")
async def ask_as_told(question: str, user_context: UserExecutionContext = Depends(current)):
    agent = registry.get_agent("helper")  # expect: ISO101
    return await agent.execute(question, user_context=user_context)


@app.post("/ask-one-of-two")
async def ask_one_of_two(question: str, loud: bool, user_context: UserExecutionContext = Depends(current)):
    agent = Crier()
    if not loud:
        agent = registry.get_agent("helper")  # expect: ISO101
    return await agent.execute(question)


@app.get("/factory")
async def factory():
    return AgentInstanceFactory.__name__
