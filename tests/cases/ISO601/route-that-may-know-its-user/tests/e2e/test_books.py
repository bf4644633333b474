import httpx


def test_books():
    assert httpx.get("http://localhost/books").json() == []
