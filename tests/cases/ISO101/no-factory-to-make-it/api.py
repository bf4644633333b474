from agents import UserExecutionContext, registry
from fastapi import Depends, FastAPI

app = FastAPI()


def current(user_id: str):
    return UserExecutionContext(user_id)


@app.post("/ask")
async def ask(question: str, user_context: UserExecutionContext = Depends(current)):
    return await registry.get_agent("helper").run(question)  # expect: ISO101
