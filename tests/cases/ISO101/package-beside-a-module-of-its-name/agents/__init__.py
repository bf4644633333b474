class AgentRegistry:
    def get(self, name): ...


registry = AgentRegistry()
