class AgentRegistry:
    _agents = {}

    @classmethod
    def get_agent(cls, name):
        return cls._agents[name]
