REQUIRED_EVENTS = {"agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"}
