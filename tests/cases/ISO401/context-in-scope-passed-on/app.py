from agents import AgentInstanceFactory, ExecutionEngine, ToolDispatcher, UserExecutionContext
from fastapi import Depends, FastAPI

app = FastAPI()


def current(user_id: str):
    return UserExecutionContext(user_id)


@app.get("/annotated")
def annotated(context: UserExecutionContext = Depends(current)):
    return ToolDispatcher()  # expect: ISO401


@app.get("/made")
async def made(user_id: str, tools: str):
    mine = UserExecutionContext(user_id)
    if tools:
        return ToolDispatcher(  # expect: ISO401
            tools=[tools],  # what the user asks for
        )
    return ExecutionEngine({}, []), ToolDispatcher(None)  # expect: ISO401


@app.get("/nested")
def nested(context=Depends(current)):
    def dispatcher(name):
        return [AgentInstanceFactory().create_agent(name), ToolDispatcher(user_context=None)]  # expect: ISO401

    return dispatcher("helper")


class Run:
    def __init__(self, context: UserExecutionContext, name: str):
        self.context = context
        self.name = name
        self.first = ToolDispatcher()  # expect: ISO401

    def second(self):
        return ToolDispatcher(tools=[self.name])  # expect: ISO401


@app.get("/kept")
def kept(user_id: str):
    return Run(current(user_id), "kept").second()


@app.get("/refused-without")
def refused_without(context: UserExecutionContext | None = Depends(current)):
    if context is None:
        raise ValueError("for whom?")
    if context:
        print(ToolDispatcher())  # expect: ISO401
    return ToolDispatcher()  # expect: ISO401
