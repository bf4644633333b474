from fastapi import Depends, FastAPI, Request


class Cart:
    def __init__(self, request: Request):
        self.user = request.headers["X-User"]
        self.items = []

    def add(self, item):
        self.items.append(item)
        self.last = item


app = FastAPI()


@app.post("/items")
def put(item: str, request: Request, cart: Cart = Depends(Cart)):
    cart.add(item)
    cart.note = item
    request.state.cart = cart
    request.state.user = cart.user
    return cart.items, request.state.cart.last, cart.note
