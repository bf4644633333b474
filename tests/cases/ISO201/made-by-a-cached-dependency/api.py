from fastapi import Depends, FastAPI
from orders import Orders, get_orders

app = FastAPI()


@app.get("/orders")
def orders(orders: Orders = Depends(get_orders)):
    return orders.session.query("orders").all()
