"""The assistant, which remembers what it was told."""

from chat.agents.agent import BaseAgent
from chat.agents.context import UserExecutionContext


class AssistantAgent(BaseAgent):
    def __init__(self, context: UserExecutionContext | None = None) -> None:
        super().__init__(context)
        self.history: list[str] = []

    def reply(self, text: str) -> str:
        answer = f"Noted: {text}"
        if self.history:
            answer += f" (before that: {self.history[-1]})"
        self.history.append(text)
        return answer
