from fastapi import Depends, FastAPI

from .context import UserExecutionContext
from .registry import ToolRegistry

app = FastAPI()


def current(user_id: str):
    return UserExecutionContext(user_id)


@app.post("/use")
async def use(context: UserExecutionContext = Depends(current)):
    return ToolRegistry.get_tool("search").used  # expect: ISO101


@app.post("/use-all")
async def use_all(names: list[str], context: UserExecutionContext = Depends(current)):
    return [ToolRegistry.get_tool(name) for name in names]  # expect: ISO101


@app.post("/use-now")
def use_now(context: UserExecutionContext = Depends(current)):
    return ToolRegistry.get_tool("search")  # expect: ISO101
