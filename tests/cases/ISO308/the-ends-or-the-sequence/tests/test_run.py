EVENTS = {"agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"}


async def test_ends(agent, bridge):
    await agent.execute("sum up")
    types = [event["type"] for event in bridge.events]
    assert not EVENTS - set(types)
    assert types[0] == "agent_started"
    assert types[-1] == "agent_completed"


async def test_sequence(agent, bridge):
    await agent.execute("sum up")
    types = [event["type"] for event in bridge.events]
    assert types == ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"]


async def test_places(agent, bridge):
    await agent.execute("sum up")
    types = [event["type"] for event in bridge.events]
    assert EVENTS.issubset(types)
    assert types.index("tool_executing") < types.index("tool_completed")


async def test_helper(agent, bridge):
    await agent.execute("sum up")
    assert EVENTS.issubset(bridge.types)
    assert_ordered(bridge)


def assert_ordered(bridge):
    assert sorted(bridge.events, key=lambda event: event["at"]) == bridge.events
