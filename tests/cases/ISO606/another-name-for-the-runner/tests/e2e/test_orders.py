import pytest as pt
from shop.orders import orders, place


@pt.mark.e2e
def test_order_is_placed():
    assert place()


def test_orders():  # expect: ISO606
    assert orders()
