class Tool: ...


class Search(Tool): ...


class ToolRegistry:
    def __init__(self):
        self._classes: dict[str, type[Tool]] = {}

    def register(self, name: str, tool: type[Tool]):
        self._classes[name] = tool

    def get(self, name: str) -> type[Tool]:
        return self._classes[name]


registry = ToolRegistry()
registry.register("search", Search)
