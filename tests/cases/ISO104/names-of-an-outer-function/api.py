from contextvars import ContextVar

from fastapi import FastAPI

app = FastAPI()
current = ContextVar("current")
total = 0


@app.post("/sum")
def add(user_id: str, numbers: list[int]):
    current.set(user_id)
    total = 0

    def more(number):
        nonlocal total
        total = total + number

    for number in numbers:
        more(number)
    return total, current.get()
