from cart import Cart
from fastapi import Depends, FastAPI

app = FastAPI()


def get_cart():
    return Cart()


@app.post("/items")
def put(item: str, cart: Cart = Depends(get_cart)):
    cart.put(item)
    other = Cart()
    other.put(item)
    return cart.items, other.items
