class UserExecutionContext:
    def __init__(self, user_id, thread_id=""):
        self.user_id = user_id
        self.thread_id = thread_id


class ToolDispatcher:
    def __init__(self, tools=None):
        self.tools = tools

    @classmethod
    def for_user(cls, user_context: UserExecutionContext):
        made = cls()
        made.user_context = user_context
        return made
