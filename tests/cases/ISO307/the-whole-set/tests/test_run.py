from tests.names import REQUIRED_EVENTS


async def test_one_by_one(agent, validator):
    await agent.execute("sum up")
    assert validator.has_event("agent_started")
    assert validator.has_event("agent_thinking")
    assert validator.has_event("tool_executing")
    assert validator.has_event("tool_completed")
    assert validator.has_event("agent_completed")


async def test_missing(agent, bridge):
    await agent.execute("sum up")
    types = [event["type"] for event in bridge.events]
    missing = REQUIRED_EVENTS - set(types)
    assert not missing
    assert types[0] == "agent_started"
    assert types[-1] == "agent_completed"


async def test_subset(agent, bridge):
    await agent.execute("sum up")
    types = [event["type"] for event in bridge.events]
    assert "agent_started" in types
    assert types.count("agent_completed") == 1
    assert REQUIRED_EVENTS.issubset(types)


async def test_each(agent, bridge):
    await agent.execute("sum up")
    types = [event["type"] for event in bridge.events]
    assert "agent_started" in types
    assert "agent_completed" in types
    for event in REQUIRED_EVENTS:
        if event not in types:
            raise AssertionError(event)
