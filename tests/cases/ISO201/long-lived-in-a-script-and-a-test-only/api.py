from fastapi import FastAPI
from orders import Orders
from sqlalchemy.orm import Session

app = FastAPI()


@app.get("/orders")
def all_orders():
    with Session() as session:
        return Orders(session).session.query("orders").all()
