from functools import cached_property

from fastapi import FastAPI

app = FastAPI()
KEPT = []


class Log:
    @property
    def lines(self):
        return KEPT

    @cached_property
    def more(self):
        return KEPT


@app.post("/say")
def say(text: str):
    Log().lines.append(text)  # expect: ISO103
    return KEPT


@app.post("/again")
def again(text: str):
    Log().more.append(text)  # expect: ISO103
    return KEPT
