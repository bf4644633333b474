import requests


def test_orders():
    assert requests.get("http://localhost:8000/orders/ann", timeout=5).status_code == 200  # expect: ISO601
