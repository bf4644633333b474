class AgentRegistry:
    def __init__(self):
        self.agents = {}


registry = AgentRegistry()
