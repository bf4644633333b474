class Notifier:
    def __init__(self):
        self.critical = {"agent_started", "tool_executing", "tool_completed", "agent_completed"}  # expect: ISO310
