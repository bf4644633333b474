async def test_start(service, wire):
    user = service.login("ann")
    await service.run(user)
    assert "agent_started" in [event["type"] for event in wire.sent]


async def test_contexts_are_counted(service, wire):
    await service.run("ann")
    assert service.metrics == {"active_contexts": 1}
    assert "agent_started" in [event["type"] for event in wire.sent]
