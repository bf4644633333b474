from .context import UserExecutionContext
from .registry import Tool


class ToolMaker:
    @classmethod
    async def make_tool(cls, context: UserExecutionContext, name: str):
        return Tool()
