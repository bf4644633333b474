import asyncio


async def test_events_of_many_users(service, wire):
    users = ["ann", "ben", "cid"]
    await asyncio.gather(*[service.run(user) for user in users])
    types = [event["type"] for event in wire.sent]
    assert types.count("agent_started") == 3  # expect: ISO309
    assert types.count("agent_completed") == 3


async def test_multi_user_notifications(service, wire):
    user_1, user_2 = service.login("ann"), service.login("ben")
    await service.run(user_1)
    await service.run(user_2)
    assert wire.notify_agent_started.call_count == 2  # expect: ISO309
