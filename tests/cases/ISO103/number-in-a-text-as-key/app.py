"""A key that is a text with a number in it: no slice, which would be a copy."""

from fastapi import FastAPI

app = FastAPI()
SEEN = {"1": []}


@app.get("/books")
async def books(user: str):
    SEEN[f"{1}"].append(user)  # expect: ISO103
    return SEEN
