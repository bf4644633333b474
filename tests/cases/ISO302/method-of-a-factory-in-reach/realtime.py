class UserExecutionContext:
    def __init__(self, user_id): ...


class ConnectionManager:
    def __init__(self, context=None):
        self.context = context


class ConnectionManagerFactory:
    def __init__(self, limit=10): ...

    def names(self):
        return ["chat"]

    def for_user(self, user_context: UserExecutionContext):
        return ConnectionManager(user_context)
