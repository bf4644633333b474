from dataclasses import dataclass, field

from fastapi import FastAPI

app = FastAPI()
SHARED = {"plan": "free"}


@dataclass
class UserExecutionContext:
    user_id: str
    metadata: dict = field(default_factory=dict)

    def note(self, key, value):
        self.metadata[key] = value


@app.get("/note")
def note(user_id: str, text: str):
    context = UserExecutionContext(user_id, metadata=SHARED)  # expect: ISO405
    context.note("text", text)


@app.get("/invite")
def invite(user_id: str, users: list[str]):
    parent = UserExecutionContext(user_id)
    return [invited(parent, users)]


def invited(parent: UserExecutionContext, users):
    return [UserExecutionContext(user_id=other, metadata=parent.metadata) for other in users]  # expect: ISO405
