class UserExecutionContext:
    def __init__(self, user_id): ...


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None, tools=None):
        self.user_context = user_context


class ExecutionEngine:
    def __init__(self, registry, user_context: UserExecutionContext | None = None): ...

    def with_context(self, context): ...


class SupervisorAgent:
    """Told at each run for whom it works."""

    def __init__(self, llm, context: UserExecutionContext | None = None): ...

    def execute(self, context: UserExecutionContext): ...


class AgentInstanceFactory:
    def __init__(self):
        self.spare = ToolDispatcher()

    def create_agent(self, name, user_context: UserExecutionContext | None = None): ...


class RequestScopedToolDispatcher:
    """Needs none: it has no parameter for one."""

    def __init__(self, tools): ...
