from fastapi import FastAPI
from store import get_store
from store import store as again

app = FastAPI()
store = get_store()  # expect: ISO105


@app.post("/words")
def word(text: str):
    store.add(text)
    return again.words
