from dataclasses import dataclass, field

from fastapi import FastAPI

app = FastAPI()
LABELS = {"plan": "free"}
NOTES = {}


@dataclass
class UserExecutionContext:
    user_id: str
    labels: dict = field(default_factory=dict)


class RequestScopedContext:
    def __init__(self, user_id, metadata):
        self.metadata = dict(metadata)

    def note(self, key, value):
        self.metadata[key] = value


@app.get("/labels")
def labels(user_id: str):
    return UserExecutionContext(user_id, labels=LABELS), RequestScopedContext(user_id, NOTES)
