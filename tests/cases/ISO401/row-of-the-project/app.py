from agents import UserExecutionContext
from engines import Engine
from fastapi import FastAPI

app = FastAPI()


@app.get("/with")
def with_a_context(user_id: str):
    return Engine(UserExecutionContext(user_id))


@app.get("/without")
def without(user_id: str):
    return Engine("fast")  # expect: ISO401
