from fastapi import FastAPI
from once import once

app = FastAPI()


@once
class Basket:  # expect: ISO105
    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)


@app.post("/items")
def put(item: str):
    Basket().put(item)
    return Basket().items
