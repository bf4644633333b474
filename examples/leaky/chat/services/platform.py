"""The agents, as the routes see them."""

from chat.agents.registry import AgentRegistry
from chat.agents.setup import agent_registry


class AgentPlatform:
    def __init__(self, registry: AgentRegistry) -> None:
        self.registry = registry


platform = AgentPlatform(agent_registry)
