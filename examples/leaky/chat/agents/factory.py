"""Agents made for one user; new agents start here, the assistant has yet to move."""

from collections.abc import Mapping
from types import MappingProxyType

from chat.agents.agent import BaseAgent
from chat.agents.context import UserExecutionContext
from chat.agents.summary import SummaryAgent

AGENT_CLASSES: Mapping[str, type[BaseAgent]] = MappingProxyType({"summary": SummaryAgent})


class AgentInstanceFactory:
    def create_agent(self, name: str, context: UserExecutionContext) -> BaseAgent:
        return AGENT_CLASSES[name](context)
