import pytest

orders = pytest.importorskip("shop.orders")  # expect: ISO605
numpy = pytest.importorskip("numpy")


def test_order_is_placed():
    assert orders.place("tea") == "tea"
