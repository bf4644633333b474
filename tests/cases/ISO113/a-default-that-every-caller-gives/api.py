from fastapi import Depends, FastAPI
from hub import hub

app = FastAPI()
carts = {}


def cart_of(user_id: str = "default_user"):
    return carts[user_id]  # expect: ISO113


@app.get("/cart")
def cart(user_id: str, mine=Depends(cart_of)):
    return hub.cart(user_id), hub.basket(), mine
