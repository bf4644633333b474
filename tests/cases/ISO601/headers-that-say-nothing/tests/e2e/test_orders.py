import httpx
from somewhere import headers_for

JSON = {"Content-Type": "application/json"}


def test_headers_from_somewhere():
    assert httpx.get("http://localhost/orders", headers=headers_for("alice")).is_success


def test_header_of_its_own():
    assert httpx.get("http://localhost/orders", headers={"X-Alice": "1"}).is_success


def test_plain_headers():
    assert httpx.get("http://localhost/orders", headers={"Accept": "*/*"}).is_success  # expect: ISO601


def test_plain_constant():
    assert httpx.get("http://localhost/orders", headers=JSON).is_success  # expect: ISO601
