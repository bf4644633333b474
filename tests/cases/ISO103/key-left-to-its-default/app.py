from fastapi import FastAPI

app = FastAPI()
LAST = {}


def remember(value, slot="last"):
    LAST[slot] = value  # expect: ISO103


@app.get("/search")
def search(q: str):
    before = LAST.get("last")
    remember(q)
    return before
