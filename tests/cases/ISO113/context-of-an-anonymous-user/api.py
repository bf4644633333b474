from context import UserExecutionContext
from fastapi import FastAPI, Request

app = FastAPI()


@app.post("/run")
async def run(request: Request, thread: str):
    user = getattr(request.state, "user_id", "anonymous")
    return UserExecutionContext(user_id=user, thread_id=thread)  # expect: ISO113
