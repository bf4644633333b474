class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def get_agent(self, name):
        return self._agents[name]


registry = AgentRegistry()  # isolint: shared: its agents keep nothing
