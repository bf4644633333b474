from desk.names import EVENTS


def test_the_set_is_what_was_agreed():
    assert EVENTS == {"agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"}


async def test_some_of_them(agent, bridge):
    await agent.execute("sum up")
    assert "agent_started" in bridge.types
