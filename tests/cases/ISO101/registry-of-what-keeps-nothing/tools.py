from pathlib import Path


class Reader:
    def read(self, path):
        return Path(path).read_text("utf-8")


class Searcher:
    def __init__(self):
        self.asked = []

    def search(self, words):
        self.asked.append(words)
        return sorted(words)


class ToolRegistry:
    def __init__(self):
        self._tools = {}

    def register(self, name, tool):
        self._tools[name] = tool

    def get(self, name):
        return self._tools[name]


tool_registry = ToolRegistry()
tool_registry.register("reader", Reader())
