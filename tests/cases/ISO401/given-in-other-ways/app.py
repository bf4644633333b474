from agents import (
    AgentInstanceFactory, ExecutionEngine, RequestScopedToolDispatcher, SupervisorAgent, ToolDispatcher,
    UserExecutionContext,
)  # fmt: skip
from fastapi import FastAPI

app = FastAPI()
factory = AgentInstanceFactory()
warm = ToolDispatcher()


class Run:
    def __init__(self, user_context):
        self.user_context = user_context

    def dispatcher(self):
        return ToolDispatcher(tools=[], user_context=self.user_context)


@app.on_event("startup")
def warm_up():
    app.state.warm = ToolDispatcher()


@app.get("/by-position")
def by_position(user_id: str):
    return ToolDispatcher(UserExecutionContext(user_id)), ExecutionEngine({}, UserExecutionContext(user_id))


@app.get("/by-attribute")
def by_attribute(user_id: str):
    return Run(UserExecutionContext(user_id)).dispatcher()


@app.get("/unpacked")
def unpacked(user_id: str):
    options = {"user_context": UserExecutionContext(user_id)}
    more = [UserExecutionContext(user_id)]
    return ToolDispatcher(**options), ToolDispatcher(*more), factory.create_agent("helper", **options)


@app.get("/set-right-after")
def set_right_after(user_id: str):
    dispatcher = ToolDispatcher()
    dispatcher.user_context = UserExecutionContext(user_id)
    return dispatcher, ExecutionEngine({}).with_context(UserExecutionContext(user_id))


@app.get("/told-at-each-run")
def told_at_each_run(user_id: str):
    return SupervisorAgent("llm").execute(UserExecutionContext(user_id)), RequestScopedToolDispatcher([])
