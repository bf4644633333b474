import shop.shared as shared
from fastapi import APIRouter
from shop.shared import filters as chosen

router = APIRouter()


@router.get("/items")
def items(query: str, color: str):
    shared.recent.append(query)  # expect: ISO103
    chosen.update(color=color)  # expect: ISO103
    return shared.recent, shared.filters
