from cart import Cart
from fastapi import FastAPI

app = FastAPI()


@app.post("/items")
def put(item: str):
    cart = Cart()
    cart.put(item)
    cart.mark(item)
    return cart.items
