EVENTS = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"]


def assert_whole_run(bridge):
    for event in EVENTS:
        assert event in bridge.types
