class UserExecutionContext:
    def __init__(self, user_id): ...


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None, tools=None): ...


class ExecutionEngine:
    def __init__(self, registry, tools=None, *, context: UserExecutionContext | None = None): ...


class AgentInstanceFactory:
    def create_agent(self, name, user_context: UserExecutionContext | None = None): ...
