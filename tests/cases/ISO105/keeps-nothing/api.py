from functools import lru_cache

from fastapi import FastAPI

app = FastAPI()


class Greeter:
    def __init__(self, words):
        self.words = words
        self.calls = 0

    def greet(self, name):
        self.calls += 1
        lines = []
        lines.append(f"{self.words} {name}")
        return lines


greeter = Greeter("hello")


@lru_cache
def get_greeter():
    return Greeter("good day")


@app.get("/hello")
def hello(user_id: str):
    return greeter.greet(user_id), get_greeter().greet(user_id)
