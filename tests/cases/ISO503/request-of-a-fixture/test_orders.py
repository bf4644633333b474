import pytest

from shop.orders import place

TEMPLATE = {"item": "tea", "address": {"city": "Rome"}}  # expect: ISO503


@pytest.fixture
def order():
    return TEMPLATE


def test_to_paris(order):
    order["address"]["city"] = "Paris"
    assert place(order).zone == 2


def test_to_rome(order):
    assert place(order).zone == 1
