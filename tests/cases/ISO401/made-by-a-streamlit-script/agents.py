from dataclasses import dataclass


class UserExecutionContext:
    def __init__(self, user_id): ...


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None, tools=None): ...


@dataclass
class ExecutionEngine:
    registry: dict
    context: UserExecutionContext | None = None
