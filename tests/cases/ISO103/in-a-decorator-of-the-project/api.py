from audit import recorded
from fastapi import FastAPI

app = FastAPI()


@app.post("/orders")
@recorded
def order(item: str, price: int):
    return item, price
