from realtime import UserExecutionContext


class ToolDispatcher:
    def __init__(self, user_context=None, tools=None):
        self.user_context = user_context
        self.tools = tools
