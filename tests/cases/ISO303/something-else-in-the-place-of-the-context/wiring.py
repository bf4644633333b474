from sqlalchemy.orm import Session
from tools import ToolDispatcher


def dispatcher(session: Session):
    return ToolDispatcher(session)  # expect: ISO303


def with_tools(registry, llm):
    first = ToolDispatcher([len, print])  # expect: ISO303
    second = ToolDispatcher(registry.get_tools())  # expect: ISO303
    third = ToolDispatcher(llm)  # expect: ISO303
    return first, second, third
