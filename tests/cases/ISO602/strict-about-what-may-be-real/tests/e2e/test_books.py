import httpx


def test_books():
    assert httpx.get("http://localhost/books", headers={"Authorization": "Bearer alice"}).json() == []  # expect: ISO602


def test_somebody_elses_service():
    assert httpx.get("http://localhost/books", headers={"Authorization": "Bearer wrong"}).is_error
