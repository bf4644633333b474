class Agent:
    def __init__(self):
        self.said = []

    async def run(self, text):
        self.said.append(text)


class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def register(self, name, agent):
        self._agents[name] = agent

    def get_agent(self, name):
        return self._agents[name]

    def get(self, name, default=None):
        return self._agents.get(name, default)


registry = AgentRegistry()


def get_agent_registry():
    return registry
