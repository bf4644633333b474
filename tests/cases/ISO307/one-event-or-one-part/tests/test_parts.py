async def test_start(agent, bridge):
    await agent.execute("sum up")
    assert bridge.events[0]["type"] == "agent_started"


async def test_tool_events_come_in_pairs(dispatcher, bridge):
    await dispatcher.run_tool("search")
    types = [event["type"] for event in bridge.events]
    assert "tool_executing" in types
    assert "tool_completed" in types


async def test_mentions_others(agent, bridge):
    await bridge.send({"type": "agent_started"})
    await bridge.send({"type": "tool_executing"})
    await agent.finish()
    assert "agent_completed" in [event["type"] for event in bridge.events]


async def test_ends_one_way_or_another(agent, bridge):
    await agent.execute("fail")
    assert bridge.events[-1]["type"] in ("agent_completed", "agent_thinking", "agent_failed")
    assert any(kind in bridge.types for kind in ["agent_started", "agent_completed"])
