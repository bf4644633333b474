import httpx


def test_orders():
    assert httpx.get("http://localhost/orders").is_success  # expect: ISO601
