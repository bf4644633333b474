"""Agents by name."""

from chat.agents.agent import BaseAgent


class AgentRegistry:
    def __init__(self) -> None:
        self._agents: dict[str, BaseAgent] = {}

    def register(self, name: str, agent: BaseAgent) -> None:
        self._agents[name] = agent

    def get_agent(self, name: str) -> BaseAgent:
        return self._agents[name]
