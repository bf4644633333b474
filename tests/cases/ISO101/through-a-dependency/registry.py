from functools import lru_cache


class AgentRegistry:
    def get_agent(self, name): ...


@lru_cache
def get_registry():
    return AgentRegistry()
