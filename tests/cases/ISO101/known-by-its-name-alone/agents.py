class Agent:
    def __init__(self):
        self.history = []

    def run(self, text):
        self.history.append(text)


class AgentRegistry:
    def __init__(self):
        self.agents = {}

    def register(self, name, agent):
        self.agents[name] = agent

    def get_agent(self, name):
        return self.agents[name]

    def names(self):
        return list(self.agents)


registry = AgentRegistry()
registry.register("helper", Agent())
