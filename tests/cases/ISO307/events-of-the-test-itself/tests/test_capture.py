def test_capture_counts():
    capture = Capture()
    capture.add({"type": "agent_started"})
    capture.add({"type": "agent_completed"})
    assert capture.counts["agent_started"] == 1
    assert capture.counts["agent_completed"] == 1


async def test_adapter_passes_on(adapter, emitter):
    await adapter.notify_agent_started("run")
    emitter.notify_agent_started.assert_called_once_with("run")
    await adapter.notify_agent_completed("run")
    emitter.notify_agent_completed.assert_called_once_with("run")


class Capture:
    def __init__(self):
        self.counts = {}

    def add(self, event):
        self.counts[event["type"]] = self.counts.get(event["type"], 0) + 1
