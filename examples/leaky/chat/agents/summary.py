"""An agent that shortens an inbox to its first words."""

from chat.agents.agent import BaseAgent


class SummaryAgent(BaseAgent):
    def reply(self, text: str) -> str:
        return ", ".join(f"{line.split()[0]}.." for line in text.splitlines() if line.strip())
