REQUIRED = [  # expect: ISO310
    "agent_started",
    "agent_thinking",
    "tool_executing",
    "tool_completed",
    "agent_completed",
    "final_report",
]


def test_in_a_function(bridge):
    wanted = ("agent_started", "agent_thinking", "agent_completed")  # expect: ISO310
    assert set(wanted) <= bridge.types
