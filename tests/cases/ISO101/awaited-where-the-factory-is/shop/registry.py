class Tool:
    def __init__(self):
        self.used = 0


class ToolRegistry:
    _tools = {}

    @classmethod
    def get_tool(cls, name):
        return cls._tools[name]
