class UserExecutionContext:
    def __init__(self, user_id, thread_id=""):
        self.user_id = user_id
        self.thread_id = thread_id


class ToolDispatcher:
    def __init__(self, user_context=None, tools=None):
        self.user_context = user_context
        self.tools = tools
