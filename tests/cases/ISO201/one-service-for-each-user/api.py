from fastapi import FastAPI
from orders import orders_of

app = FastAPI()


@app.get("/users/{user_id}/orders")
def all_orders(user_id: str):
    return orders_of(user_id).session.query("orders").all()
