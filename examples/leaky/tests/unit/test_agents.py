"""Agents answer."""

from chat.agents.assistant import AssistantAgent
from chat.agents.context import UserExecutionContext
from chat.agents.factory import AgentInstanceFactory


def test_assistant_notes_what_it_is_told() -> None:
    agent = AssistantAgent()
    assert agent.reply("buy milk") == "Noted: buy milk"


def test_assistant_remembers_what_came_before() -> None:
    agent = AssistantAgent(UserExecutionContext("alice"))
    agent.reply("buy milk")
    assert agent.reply("and eggs") == "Noted: and eggs (before that: buy milk)"


def test_summary_gives_first_words() -> None:
    agent = AgentInstanceFactory().create_agent("summary", UserExecutionContext("alice"))
    assert agent.reply("lunch today?\ncall me back") == "lunch.., call.."
