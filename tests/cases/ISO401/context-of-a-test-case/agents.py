class UserExecutionContext:
    def __init__(self, user_id): ...

    def create_child_context(self):
        return UserExecutionContext("child")


class AdminContext:
    def __init__(self, user_id): ...


class ToolDispatcher:
    def __init__(self, user_context: UserExecutionContext | None = None, tools=None): ...
