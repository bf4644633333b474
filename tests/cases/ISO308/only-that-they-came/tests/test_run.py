EVENTS = {"agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"}


async def test_every_event_comes(agent, bridge):
    await agent.execute("sum up")
    assert EVENTS <= {event["type"] for event in bridge.events}  # expect: ISO308


async def test_one_by_one(agent, validator):
    await agent.execute("sum up")
    assert validator.has("agent_started")  # expect: ISO308
    assert validator.has("agent_thinking")
    assert validator.has("tool_executing")
    assert validator.has("tool_completed")
    assert validator.has("agent_completed")
