class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def get_agent(self, name):
        return self._agents[name]

    def run(self, name, question):
        return self.get_agent(name).run(question)


agent_registry = AgentRegistry()
