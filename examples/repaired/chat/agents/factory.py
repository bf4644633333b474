"""Agents made for one user and one request."""

from collections.abc import Mapping
from types import MappingProxyType

from chat.agents.agent import BaseAgent
from chat.agents.assistant import AssistantAgent
from chat.agents.context import UserExecutionContext
from chat.agents.summary import SummaryAgent

AGENT_CLASSES: Mapping[str, type[BaseAgent]] = MappingProxyType({"assistant": AssistantAgent, "summary": SummaryAgent})


class AgentInstanceFactory:
    def create_agent(self, name: str, context: UserExecutionContext) -> BaseAgent:
        return AGENT_CLASSES[name](context)
