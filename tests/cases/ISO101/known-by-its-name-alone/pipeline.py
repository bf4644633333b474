class Pipeline:
    def __init__(self, orchestrator):
        self.agent_registry = orchestrator.agent_registry
        self.others = orchestrator.others

    def step(self, name, text):
        agent = self.agent_registry.get_agent(name)  # expect: ISO101
        other = self.others.get_agent(name)
        return agent.run(text), other.run(text)
