from agents import ExecutionEngine, ToolDispatcher
from fastapi import FastAPI

app = FastAPI()


def analyse(repository):
    dispatcher = ToolDispatcher(tools=[repository])  # expect: ISO401
    return dispatcher, ExecutionEngine({})  # expect: ISO401


@app.get("/analyse/{repository}")
def route(repository: str, user_id: str):
    return analyse(repository)


@app.get("/explicit")
def explicit(user_id: str):
    return ToolDispatcher(user_context=None, tools=[])  # expect: ISO401
