class Toolkit:
    def __init__(self, name, tools: list = []):  # expect: ISO110
        self.name = name
        self.tools: list = tools
        self.functions: dict = {}
        for tool in self.tools:
            self.register(tool)

    def register(self, tool):
        self.functions[tool.__name__] = tool
