from fastapi import FastAPI
from orders import orders

app = FastAPI()


@app.post("/orders")
def place(order: dict):
    orders.place(order)
