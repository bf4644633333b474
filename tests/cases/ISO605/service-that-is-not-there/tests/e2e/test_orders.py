import pytest
import requests

from tests.e2e.running import is_up


def test_order_is_listed():
    try:
        answer = requests.get("http://localhost:8000/orders", headers={"Authorization": "x"})
    except Exception as fault:
        pytest.skip(f"no answer: {fault}")  # expect: ISO605
    assert answer.ok


def test_order_is_placed():
    if not is_up():
        pytest.skip("The order service is not running")  # expect: ISO605


@pytest.mark.skipif(not is_up(), reason="database unavailable")  # expect: ISO605
def test_order_is_kept():
    assert True
