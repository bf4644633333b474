import httpx


def test_first_visit():
    assert httpx.post("http://localhost/people", json={"name": "alice"}).is_success
