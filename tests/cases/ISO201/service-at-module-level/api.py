from fastapi import APIRouter
from orders import Orders

router = APIRouter()
orders = Orders()


@router.post("/orders")
def place(order: dict):
    orders.place(order)
