import lazy
from fastapi import FastAPI

app = FastAPI()


@app.post("/words")
def word(text: str):
    lazy.journal.add(text)
    return lazy.journal.lines
