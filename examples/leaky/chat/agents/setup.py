"""The agents of this service."""

from chat.agents.assistant import AssistantAgent
from chat.agents.registry import AgentRegistry

agent_registry = AgentRegistry()
agent_registry.register("assistant", AssistantAgent())
