"""What every agent has."""

from abc import ABC, abstractmethod

from chat.agents.context import UserExecutionContext


class BaseAgent(ABC):
    def __init__(self, context: UserExecutionContext | None = None) -> None:
        self.context = context

    @abstractmethod
    def reply(self, text: str) -> str: ...
