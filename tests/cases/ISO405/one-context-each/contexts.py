from dataclasses import dataclass, field


@dataclass
class UserExecutionContext:
    user_id: str
    request_id: str = ""
    metadata: dict = field(default_factory=dict)

    def note(self, key, value):
        self.metadata[key] = value
