"""Agents answer."""

from chat.agents.assistant import AssistantAgent
from chat.agents.context import UserExecutionContext
from chat.agents.factory import AgentInstanceFactory


def test_assistant_remembers_what_its_user_wrote(context: UserExecutionContext) -> None:
    agent = AssistantAgent(context)
    assert agent.reply("and eggs") == "Noted: and eggs (before that: buy milk)"


def test_assistant_knows_nothing_of_other_users(context: UserExecutionContext) -> None:
    factory = AgentInstanceFactory()
    factory.create_agent("assistant", context).reply("and eggs")
    agent = factory.create_agent("assistant", UserExecutionContext("bob"))
    assert agent.reply("hello") == "Noted: hello"


def test_summary_gives_first_words(context: UserExecutionContext) -> None:
    agent = AgentInstanceFactory().create_agent("summary", context)
    assert agent.reply("lunch today?\ncall me back") == "lunch.., call.."
