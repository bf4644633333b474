from functools import lru_cache

from fastapi import FastAPI

app = FastAPI()


class UserExecutionContext:
    def __init__(self, user_id): ...


CONTEXT = UserExecutionContext("user")  # expect: ISO405


class Service:
    context = UserExecutionContext("user")  # expect: ISO405

    def answer(self, question):
        return self.context, question


@lru_cache
def get_context():
    return UserExecutionContext("user")  # expect: ISO405


def note(text, context=UserExecutionContext("user")):  # expect: ISO405
    return context, text


@app.get("/ask")
def ask(question: str, user_id: str):
    return CONTEXT, Service().answer(question), get_context(), note(question)
