from fastapi import APIRouter, Depends

from shop.services import get_orders

router = APIRouter()


@router.get("/orders")
def orders(service=Depends(get_orders)):
    return service.db.query("orders").all()
