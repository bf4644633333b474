from fastapi import Depends, FastAPI
from orders import OrderRepository, OrderService
from sqlalchemy.orm import sessionmaker

app = FastAPI()
SessionLocal = sessionmaker()


def get_session():
    with SessionLocal() as session:
        yield session


def get_orders(session=Depends(get_session)):
    return OrderRepository(session)


@app.get("/orders")
def orders(orders: OrderRepository = Depends(get_orders), session=Depends(get_session)):
    return orders.session.query("orders").all(), OrderService(session).orders
