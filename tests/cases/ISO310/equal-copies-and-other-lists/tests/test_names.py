from desk.names import REQUIRED

LATE = REQUIRED - {"agent_started"}


def test_sequence(bridge):
    wanted = ["agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"]
    assert bridge.types == wanted
