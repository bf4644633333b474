class Agent:
    def __init__(self):
        self.said = []

    def run(self, question):
        self.said.append(question)
        return "\n".join(self.said)


class AgentRegistry:
    def __init__(self):
        self._agents = {"helper": Agent()}

    def get_agent(self, name):
        return self._agents[name]


registry = AgentRegistry()
