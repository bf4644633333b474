import asyncio


async def test_each_has_an_own_start(service, wire):
    users = ["ann", "ben"]
    await asyncio.gather(*[service.run(user) for user in users])
    for user_id in users:
        assert "agent_started" in [event["type"] for event in wire.of(user_id)]


async def test_recipients(service, wire):
    users = ["ann", "ben"]
    await asyncio.gather(*[service.run(user) for user in users])
    started = [event for event in wire.sent if event["type"] == "agent_started"]
    assert len(started) == 2
    assert {event["user_id"] for event in started} == set(users)


async def test_absence(service, ann, ben):
    users = [ann, ben]
    await asyncio.gather(service.run(ann), service.watch(ben))
    assert "agent_started" in ann.types
    assert "agent_started" not in ben.types
    assert len(users) == 2


async def test_lists_of_users(service):
    user_1_events, user_2_events = [], []
    service.listen("ann", user_1_events.append)
    service.listen("ben", user_2_events.append)
    await asyncio.gather(service.run("ann"), service.run("ben"))
    assert [event["type"] for event in user_1_events].count("agent_started") == 1
