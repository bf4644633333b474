from agents.context import UserExecutionContext
from agents.registry import Agent


class AgentInstanceFactory:
    def __init__(self, pool=None): ...

    def create_agent(self, name: str, user_context: UserExecutionContext, agent_class=None):
        return Agent()
