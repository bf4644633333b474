class AgentRegistry:
    def get_agent(self, name): ...


registry = AgentRegistry()
