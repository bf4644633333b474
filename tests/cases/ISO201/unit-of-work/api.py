from fastapi import FastAPI
from orders import Orders, UnitOfWork
from sqlalchemy.orm import sessionmaker

app = FastAPI()
orders = Orders(UnitOfWork, sessionmaker())


@app.post("/orders")
def place(order: dict):
    orders.place(order)
