class AgentRegistry:
    def get_agent(self, name): ...


agent_registry = AgentRegistry()
