REQUIRED = {"agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"}
ENDS = ["agent_started", "agent_completed", "run_failed"]
MESSAGES = [
    "agent_started",
    "agent_thinking",
    "tool_executing",
    "tool_completed",
    "agent_completed",
    "ping",
    "pong",
    "joined",
    "left",
    "typing",
    "read",
    "deleted",
]
