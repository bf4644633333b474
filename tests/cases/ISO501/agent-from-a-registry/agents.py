class UserExecutionContext: ...


class BaseAgent: ...


class AgentRegistry:
    def get_agent(self, name) -> BaseAgent: ...


registry = AgentRegistry()
