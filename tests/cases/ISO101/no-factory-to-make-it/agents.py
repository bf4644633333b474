class UserExecutionContext:
    def __init__(self, user_id): ...


class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def get_agent(self, name):
        return self._agents[name]


class AgentInstanceFactory:
    def __init__(self, llm):
        self.llm = llm

    def create_agent(self, name, user_context: UserExecutionContext): ...


registry = AgentRegistry()
