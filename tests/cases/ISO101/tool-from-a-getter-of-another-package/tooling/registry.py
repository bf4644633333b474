class ToolRegistry:
    def __init__(self):
        self._tools = {}

    def get_tool(self, name):
        return self._tools[name]


_registry = None


def get_registry():
    global _registry
    if _registry is None:
        _registry = ToolRegistry()
    return _registry
