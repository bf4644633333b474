class UserExecutionContext:
    def __init__(self, user_id: str):
        self.user_id = user_id


class Agent:
    def __init__(self):
        self.said = []

    async def execute(self, text: str, user_context: UserExecutionContext = None):
        self.said.append(text)

    def close(self): ...


class Crier:
    async def execute(self, text: str):
        return text.upper()


class AgentRegistry:
    def __init__(self):
        self._agents = {}

    def register(self, name, agent):
        self._agents[name] = agent

    def get_agent(self, name):
        return self._agents[name]


class AgentInstanceFactory:
    async def create_agent(self, name: str, user_context: UserExecutionContext):
        return Agent()


registry = AgentRegistry()
