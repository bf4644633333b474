from desk.run import Run


async def test_run_tells_its_user(bridge):
    await Run(bridge).execute("sum up")
    types = [event["type"] for event in bridge.events]
    assert "agent_started" in types  # expect: ISO307
    assert "agent_completed" in types


async def test_no_event_is_lost(bridge, requests):
    for request in requests:
        await Run(bridge).execute(request)
        types = [event["type"] for event in bridge.of(request)]
        for wanted in ("agent_started", "tool_executing", "tool_completed"):
            assert wanted in types  # expect: ISO307
