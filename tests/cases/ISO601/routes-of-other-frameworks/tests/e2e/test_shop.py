import requests


def test_offers():
    assert requests.get("http://localhost/shop/offers").json() == []


def test_orders():
    assert requests.get("http://localhost/shop/orders/1").json()  # expect: ISO601


def test_stock():
    assert requests.get("http://localhost/stock").json() == []


def test_filling():
    assert requests.post("http://localhost/stock", json={"apples": 3}).ok  # expect: ISO601
