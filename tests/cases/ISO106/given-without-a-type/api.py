from fastapi import FastAPI
from states import State, describe, fill, mark, remember

app = FastAPI()
state = State()
seen = State()


@app.post("/chat")
def chat(question: str):
    return remember(state, question)


@app.post("/forms")
def form(text: str):
    own = State()
    fill(own, text)
    return own.text


@app.post("/rows")
def rows(names: list[str]):
    found = [State() for _ in names]
    for row, name in zip(found, names, strict=True):
        mark(row, name)
    return [row.mark for row in found]


describe(seen, "seen")
