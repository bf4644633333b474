from fastapi import FastAPI
from store import shop

app = FastAPI()


@app.post("/basket")
def basket(thing: str):
    shop.storage.user["basket"] = thing
    return shop.storage.user["basket"]


@app.post("/shout")
def shout(words: str):
    shop.storage.hall["said"] = words  # expect: ISO103
    return shop.storage.hall["said"]
