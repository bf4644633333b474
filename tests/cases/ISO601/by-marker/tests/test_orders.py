import pytest
import requests

URL = "http://localhost:8000/orders"


@pytest.mark.e2e
def test_order_is_placed():
    assert requests.post(URL, json={"what": "tea"}, timeout=5).ok  # expect: ISO601


@pytest.mark.e2e
class TestOrders:
    def test_orders_are_listed(self):
        with requests.Session() as http:
            assert http.get(URL).json() == []  # expect: ISO601


def test_address():
    assert requests.get(URL, timeout=5).url == URL
