class UserExecutionContext:
    def __init__(self, user_id): ...


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None): ...


def spare():
    return ToolDispatcher()
