class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def get(self, name):
        return self._agents[name]


registry = AgentRegistry()
