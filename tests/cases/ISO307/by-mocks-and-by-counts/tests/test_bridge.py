import unittest


async def test_notifications(agent, bridge):
    await agent.execute("sum up")
    bridge.notify_agent_started.assert_called_once()  # expect: ISO307
    bridge.notify_agent_thinking.assert_called()
    assert bridge.notify_agent_completed.call_count == 1


async def test_counts(agent, validator):
    await agent.execute("sum up")
    assert validator.event_counts["agent_started"] == 1  # expect: ISO307
    assert validator.event_counts["agent_completed"] == 1


class BridgeTest(unittest.IsolatedAsyncioTestCase):
    async def test_types(self):
        await self.agent.execute("sum up")
        self.assertIn("agent_started", self.types)  # expect: ISO307
        self.assertIn("agent_completed", self.types)

    async def test_through_a_set(self):
        await self.agent.execute("sum up")
        wanted = {"agent_started", "agent_thinking", "agent_completed"}
        self.assertTrue(wanted <= set(self.types))  # expect: ISO307
